import { type Amendment, amended, type Charter } from '#app/domains/charter/charter.ts'
import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { publishedListings } from '#app/domains/offerings/find-listing.server.ts'
import { listingMeetsFloor } from '#app/rules/offerings/hourly-pay.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** The titles of what is published today and would leave the storefront if these terms took effect. */
export async function withheldBy(
  db: TenantDb,
  { clauseKey, amendment }: { readonly clauseKey: string | null; readonly amendment: unknown },
): Promise<string[]> {
  if (clauseKey !== 'floor' && clauseKey !== 'split') return []
  const { charter } = await charterInForce(db)
  const terms = { ...charter[clauseKey], ...(amendment as Partial<Charter[typeof clauseKey]>) }
  const next = amended(charter, { clause: clauseKey, terms } as Amendment)
  return (await publishedListings(db))
    .filter(({ fields }) => !listingMeetsFloor(fields, next))
    .map(({ title }) => title)
}
