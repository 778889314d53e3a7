import { draftListing, setPublished } from '#app/domains/offerings/write-listing.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { fromPrice } from '#app/rules/offerings/usual-quote.ts'
import { inTenant } from '#tenants/scope.server.ts'
import type { SeedListing } from './co-op.ts'
import type { Living } from './living.ts'

/** Writes and publishes the co-op's listings. */
export function seedListings({ tenant, coOp, members }: Living, at: Instant): Promise<void> {
  return inTenant(tenant.id, async (db) => {
    for (const [position, listing] of coOp.listings.entries()) {
      const { slug, title, summary, body } = listing
      const by = members[position % members.length]?.id ?? null
      const id = await draftListing(db, {
        slug,
        title,
        summary,
        body,
        kind: 'visit',
        fields: fieldsOf(listing),
        from: fromPrice({ kind: 'visit', fields: fieldsOf(listing) }, tenant.currency),
        sample: false,
        position,
        by,
        at,
      })
      await setPublished(db, id, true, at)
    }
  })
}

export function fieldsOf({ base, team, counters, tiers, extras }: SeedListing) {
  return {
    baseMinor: base[0],
    baseMinutes: base[1],
    teamSize: team,
    counters: counters.map(([key, label, unitMinor, unitMinutes, usual, max]) => ({
      key,
      label,
      unitMinor,
      unitMinutes,
      usual,
      max,
    })),
    tiers: tiers.map(([key, label, about, factorBp]) => ({ key, label, about, factorBp })),
    extras: extras.map(([key, label, minor, minutes]) => ({ key, label, minor, minutes })),
  }
}
