import { z } from 'zod'
import type { ListingWords } from '#app/domains/offerings/write-listing.server.ts'
import type { Offer } from '#app/offerings/kind.ts'
import { kindNames, kindOf, pagesOf } from '#app/offerings/registry.server.ts'
import { type FileId, type ListingId, readId } from '#app/kernel/ids.ts'
import { splitPrice } from '#app/rules/offerings/price-split.ts'
import { sentId } from '#app/request/form-fields.server.ts'
import { notFound } from '#app/request/guards.server.ts'
import { blueprintOf } from '#tenants/blueprints/all.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import type { SplitRule } from '#app/kernel/split-rule.ts'

/** Returns the id of the listing in an address, or null for a new listing. */
export function listingIn(params: Readonly<Record<string, string | undefined>>): ListingId | null {
  const { id } = params
  if (id === undefined) return null
  const listing = readId<ListingId>(id)
  if (!listing) throw notFound()
  return listing
}

type Words = Pick<ListingWords, 'title' | 'summary' | 'body' | 'fields'>
type Shown = { readonly kind: string; readonly currency: string }

/** Returns the current and the typed values of a listing, by the fields of its kind's form. */
export function bothListings(
  now: Words & { readonly version: number },
  typed: Words,
  { kind, currency }: Shown,
) {
  const cells = ({ title, summary, body, fields }: Words) => ({
    title,
    summary,
    body,
    ...pagesOf(kind).cells(fields, currency),
  })
  return { version: now.version, now: cells(now), typed: cells(typed) }
}

/** Returns the kind of a new listing: the requested kind, or the first kind of the co-op. */
export function kindOfNew({ blueprint }: Tenant, url: URL): string {
  const kinds = blueprintOf(blueprint)?.kinds ?? []
  const asked = kinds.find((kind) => kind === url.searchParams.get('kind'))
  const [first = 'none'] = [...kinds, ...kindNames()]
  return asked ?? first
}

type Listed = { readonly kind: string; readonly fields: unknown }

/** Returns the price, time and pay of the usual choices by the current rules, or null when they have no price. */
export function usualOf({ kind, fields }: Listed, rule: SplitRule, currency: string) {
  const offer = kindOf(kind).offer(fields)
  const quote = offer.quote(offer.usual, currency)
  if (!quote.ok) return null
  const { total, workMinutes } = quote.value
  const { hourly, ...shared } = splitPrice(quote.value, rule)
  return {
    total: total.minor,
    workMinutes,
    hourly: hourly && hourly.minor,
    shared,
    least: leastOf(offer, rule, currency),
  }
}

/** Returns the least hourly pay and the choices that lead to it, or null for a price that is not for hours. */
function leastOf(offer: Offer, rule: SplitRule, currency: string) {
  const least = offer.leanest(currency)
  const hourly = least && splitPrice(least, rule).hourly
  if (!hourly) return null
  return {
    hourly: hourly.minor,
    chosen: least.lines.map(({ label, quantity }) => ({ label, quantity })),
  }
}

export type Usual = NonNullable<ReturnType<typeof usualOf>>

/** The schema of the form of one photo. */
export const photoForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('first'), id: sentId<FileId>() }),
  z.object({ act: z.literal('remove'), id: sentId<FileId>() }),
])
