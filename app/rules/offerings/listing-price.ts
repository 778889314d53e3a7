import type { FromPrice } from '#app/domains/offerings/write-listing.server.ts'
import { kindOf } from '#app/offerings/registry.server.ts'

type ListingOfKind = { readonly kind: string; readonly fields: unknown }

/**
 * Returns the "from" price of a listing: the price of its usual choices.
 * @throws RangeError if the usual choices cannot be priced.
 */
export function fromPrice({ kind, fields }: ListingOfKind, currency: string): FromPrice {
  const offer = kindOf(kind).offer(fields)
  const quote = offer.quote(offer.usual, currency)
  if (!quote.ok)
    throw new RangeError(`A listing whose own usual choices cannot be priced: ${quote.refusal}`)
  return { fromMinor: quote.value.total.minor, fromMinutes: quote.value.lasts ?? 0 }
}
