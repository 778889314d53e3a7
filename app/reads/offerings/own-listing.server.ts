import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { termsInForce } from '#app/domains/federation/terms.server.ts'
import { listingById } from '#app/domains/offerings/find-listing.server.ts'
import { photosOf } from '#app/domains/offerings/photos.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ListingId } from '#app/kernel/ids.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { splitRuleOf } from '#app/kernel/split-rule.ts'

/** Reads a listing for editing, with the rules that its price must follow; without an id, the data for a new one. */
export function readOwnListing(tenant: Tenant, id: ListingId | null, at: Instant) {
  return inTenant(
    tenant.id,
    async (db) => {
      const [{ charter }, terms] = await Promise.all([charterInForce(db), termsInForce(db, at)])
      const rules = {
        rule: splitRuleOf(charter, terms),
        floorMinor: charter.floor.hourlyMinor,
      }
      if (!id) return { listing: null, photos: [], ...rules }
      const listing = await listingById(db, id)
      if (!listing) return undefined
      const { kind, title, summary, body, fields, state, slug, sample, version } = listing
      const photos = await photosOf(db, id)
      return {
        listing: { id, kind, title, summary, body, fields, state, slug, sample, version },
        photos: photos.map(({ file, alt }) => ({ id: file, alt })),
        ...rules,
      }
    },
    { readOnly: true },
  )
}
