import type { FromPrice } from '#app/domains/offerings/write-listing.server.ts'
import type { Quote } from '#app/offerings/kind.ts'
import { kindOf } from '#app/offerings/registry.server.ts'

type ListingOfKind = { readonly kind: string; readonly fields: unknown }

/**
 * Returns a listing's quote for the usual choices.
 * @throws RangeError if it cannot be priced, because such a listing is never published.
 */
export function usualQuote({ kind, fields }: ListingOfKind, currency: string): Quote {
  const offer = kindOf(kind).offer(fields)
  const usual = offer.quote(offer.usual, currency)
  if (!usual.ok) throw new RangeError(`A listing that cannot be priced: ${usual.refusal}`)
  return usual.value
}

/** Returns a listing's quote for some choices, or for the usual ones when those are not possible. */
export function quoteOrUsual(listing: ListingOfKind, choices: unknown, currency: string): Quote {
  const quote = kindOf(listing.kind).offer(listing.fields).quote(choices, currency)
  return quote.ok ? quote.value : usualQuote(listing, currency)
}

/** Returns the "from" price of a listing: the price of its usual choices. @throws RangeError if there is none. */
export function fromPrice(listing: ListingOfKind, currency: string): FromPrice {
  const { total, lasts } = usualQuote(listing, currency)
  return { fromMinor: total.minor, fromMinutes: lasts ?? 0 }
}
