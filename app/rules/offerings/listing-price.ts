import type { FromPrice } from '#app/domains/offerings/write-listing.server.ts'
import { kindOf } from '#app/offerings/registry.server.ts'

type Listed = { readonly kind: string; readonly fields: unknown }

/**
 * What a listing's page says "from": the usual choices, priced.
 * @throws RangeError if its own usual choices cannot be priced.
 */
export function fromOf({ kind, fields }: Listed, currency: string): FromPrice {
  const offer = kindOf(kind).offer(fields)
  const quote = offer.quote(offer.usual, currency)
  if (!quote.ok)
    throw new RangeError(`A listing whose own usual choices cannot be priced: ${quote.refusal}`)
  return { fromMinor: quote.value.total.minor, fromMinutes: quote.value.lasts ?? 0 }
}
