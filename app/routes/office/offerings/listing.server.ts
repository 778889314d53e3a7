import { z } from 'zod'
import { quoteVisit, usualChoices, type VisitFields } from '#app/domains/offerings/kinds/visit.ts'
import type { ListingWords } from '#app/domains/offerings/write-listing.server.ts'
import type { SplitRule } from '#app/domains/books/split.ts'
import { thinnestVisit } from '#app/rules/offerings/hourly-pay.ts'
import { type ListingId, readId } from '#app/kernel/ids.ts'
import { sharedOut } from '#app/reads/storefront/sample-split.ts'
import { notFound } from '#app/request/guards.server.ts'
import { cellsOf } from './listing-rows.ts'

/** The listing an address names, or null for a new one. */
export function listingIn(params: Readonly<Record<string, string | undefined>>): ListingId | null {
  const { id } = params
  if (id === undefined) return null
  const listing = readId<ListingId>(id)
  if (!listing) throw notFound()
  return listing
}

type Words = Pick<ListingWords, 'title' | 'summary' | 'body' | 'fields'>

/** A listing as it stands beside what was typed, cell by cell as the form has them. */
export function bothListings(now: Words & { version: number }, typed: Words, currency: string) {
  const cells = ({ title, summary, body, fields }: Words) => {
    const { counters: _, tiers: __, extras: ___, ...rows } = cellsOf(fields, currency)
    return { title, summary, body, ...rows }
  }
  return { version: now.version, now: cells(now), typed: cells(typed) }
}

/** What the usual visit costs, takes and pays, by the rules of this moment; null when it cannot be priced. */
export function usualOf(fields: VisitFields, rule: SplitRule, currency: string) {
  const quote = quoteVisit(fields, usualChoices(fields), currency)
  if (!quote.ok) return null
  const { total, workMinutes, stayMinutes } = quote.value
  const { hourly, ...shared } = sharedOut(quote.value, rule)
  return {
    total: total.minor,
    workMinutes,
    stayMinutes,
    hourly: hourly.minor,
    shared,
    least: leastOf(fields, rule, currency),
  }
}
/** What an hour pays at the least, and what a customer then chose. */
function leastOf(fields: VisitFields, rule: SplitRule, currency: string) {
  const visit = thinnestVisit(fields, currency)
  if (!visit) return null
  const { hourly } = sharedOut(visit, rule)
  const chosen = visit.lines.map(({ label, quantity }) => ({ label, quantity }))
  return { hourly: hourly.minor, chosen }
}

export type Usual = NonNullable<ReturnType<typeof usualOf>>

/** What may be done with a picture that hangs. */
export const photoForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('first'), id: z.string() }),
  z.object({ act: z.literal('remove'), id: z.string() }),
])
