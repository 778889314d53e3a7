import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { publishedListings } from '#app/domains/offerings/find-listing.server.ts'
import { setPublished } from '#app/domains/offerings/write-listing.server.ts'
import { recordActivity } from '#app/domains/members/activity.server.ts'
import { activeMembers } from '#app/domains/members/members.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { listingMeetsFloor } from '#app/rules/offerings/hourly-pay.ts'
import { mailMembers } from '#app/flows/mail/mail-members.server.ts'
import { pathTo } from '#app/site-map/paths.ts'

/**
 * Withdraws the listings that the charter in force no longer allows, because some choice of them would pay less than the
 * floor, and mails all members their titles. A listing returns when a member prices it anew and publishes it.
 */
export async function withholdListings(db: TenantDb, at: Instant): Promise<void> {
  const { charter } = await charterInForce(db)
  const belowFloor = (await publishedListings(db)).filter(
    (listing) => !listingMeetsFloor(listing, charter),
  )
  if (belowFloor.length === 0) return
  for (const { id, title } of belowFloor) {
    await setPublished(db, id, false, at)
    await recordActivity(db, { act: 'listing-withheld', actor: '', detail: { title }, at })
  }
  const titles = belowFloor.map(({ title }) => title).join('\n')
  await mailMembers(db, await activeMembers(db), {
    template: 'listings-withheld',
    data: { titles, path: pathTo('/office/listings') },
    at,
  })
}
