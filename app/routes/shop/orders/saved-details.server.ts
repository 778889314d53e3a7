import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { z } from 'zod'
import { readCookie } from '#app/request/cookies.ts'
import { checkoutKey, sentText } from '#app/request/form-fields.server.ts'

const COOKIE = '__Host-details'
/** What browsers take of one cookie, with its name. */
const MOST = 4000
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax'

const kept = z.object({
  listing: sentText(200),
  checkout: checkoutKey,
  details: z.record(z.string().regex(/^[\w.-]{1,64}$/), sentText(20_000)),
})

/** Details that were typed on the way to a booking, with the checkout they belong to. */
export type Kept = z.output<typeof kept>

/**
 * The header by which a customer's own browser keeps what they typed, for an hour: whoever goes back to the price, signs
 * in, or comes back from the payment page finds it again, and nothing personal stands in an address. Undefined when it
 * is more than a browser keeps.
 */
export function saveDetails(
  { listing, names }: { readonly listing: string; readonly names: readonly string[] },
  values: Readonly<Record<string, string>>,
): Record<string, string> | undefined {
  const typed = names.filter((name) => values[name])
  const details = Object.fromEntries(typed.map((name) => [name, values[name]]))
  const text = JSON.stringify({ listing, checkout: values['checkout'] ?? '', details })
  const packed = brotliCompressSync(text).toString('base64url')
  if (packed.length > MOST) return undefined
  return { 'set-cookie': `${COOKIE}=${packed}; Max-Age=3600; ${ATTRIBUTES}` }
}

/** What this browser kept, if anything. */
export function savedDetails(request: Request): Kept | undefined {
  const packed = readCookie(request.headers.get('cookie'), COOKIE)
  if (!packed) return undefined
  try {
    const text = brotliDecompressSync(Buffer.from(packed, 'base64url'), { maxOutputLength: 65_536 })
    return kept.parse(JSON.parse(text.toString()))
  } catch {
    return undefined
  }
}

/** The header by which it is forgotten: the booking is paid. */
export function clearDetails(): Record<string, string> {
  return { 'set-cookie': `${COOKIE}=; Max-Age=0; ${ATTRIBUTES}` }
}
