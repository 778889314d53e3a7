import type { Quote } from '#app/offerings/kind.ts'
import { splitPrice } from '#app/rules/offerings/price-split.ts'
import { z } from 'zod'
import { readCheckout } from '#app/reads/orders/own-checkout.server.ts'
import { pagesOf } from '#app/offerings/registry.server.ts'
import { checkoutKey, email, line, optionalLine } from '#app/request/form-fields.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { savedDetails } from './saved-details.server.ts'
import type { SplitRule } from '#app/kernel/split-rule.ts'

const buyer = { name: line(120), email, phone: optionalLine(40) }
const steps = { checkout: checkoutKey, step: z.enum(['check', 'pay', 'edit']).default('check') }

/** Who books and what their kind asks for, with the step that was asked for and the key that makes one order of one form. */
export function detailsOf(kind: string) {
  return z
    .object({ ...buyer, ...pagesOf(kind).details.shape, ...steps })
    .transform((read) => read as Answers)
}

/** What of a form is remembered while its customer is elsewhere. */
export function rememberedOf(kind: string): string[] {
  return [...Object.keys(buyer), ...Object.keys(pagesOf(kind).details.shape)]
}

export type Answers = z.output<z.ZodObject<typeof buyer & typeof steps>> &
  Readonly<Record<string, string>>

/** A customer who leaves the form for a while: whatever is typed so far goes with them, finished or not. */
export const leaving = z.object({ checkout: checkoutKey, step: z.enum(['back', 'sign-in']) })

/** The checkout that this browser is in the middle of for a listing, and the unpaid order it may have placed. */
export async function ownCheckout(request: Request, tenant: Tenant, listing: string) {
  const kept = savedDetails(request)
  const mine = kept?.listing === listing ? kept : undefined
  const order = mine && (await readCheckout(tenant, mine.checkout))
  return {
    details: kept?.details ?? {},
    checkout: order?.paid ? undefined : mine?.checkout,
    items: order?.paid ? [] : (order?.items ?? []),
  }
}

/** Returns what a quote's summary shows, in amounts of the smallest unit. */
export function summaryOf(quote: Quote, rule: SplitRule) {
  const { lines, total, bound, lasts } = quote
  const shared = splitPrice(quote, rule)
  return { lines, total: total.minor, bound: bound?.minor ?? null, lasts, shared }
}
