import { applyAmendment, amendmentTo } from '#app/domains/charter/amendment.ts'
import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { publishedListings } from '#app/domains/offerings/find-listing.server.ts'
import { listingMeetsFloor, PAY_CLAUSES } from '#app/rules/offerings/hourly-pay.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** Returns the titles of the published listings that would be withheld if these terms took effect. */
export async function withheldBy(
  db: TenantDb,
  { clauseKey, amendment }: { readonly clauseKey: string | null; readonly amendment: unknown },
): Promise<string[]> {
  const clause = PAY_CLAUSES.find((key) => key === clauseKey)
  if (!clause) return []
  const { charter } = await charterInForce(db)
  const next = applyAmendment(
    charter,
    amendmentTo(clause, { ...charter[clause], ...Object(amendment) }),
  )
  return (await publishedListings(db))
    .filter((listing) => !listingMeetsFloor(listing, next))
    .map(({ title }) => title)
}
