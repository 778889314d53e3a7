import { setWeeklyHours } from '#app/domains/jobs/weekly-hours.server.ts'
import { removeSamples } from '#app/domains/offerings/remove-samples.server.ts'
import { addMember } from '#app/domains/members/join.server.ts'
import { activeMembers } from '#app/domains/members/members.server.ts'
import { writeStorefront } from '#app/domains/storefront/storefront.server.ts'
import { updateDirectoryEntry } from '#app/domains/federation/tenants.server.ts'
import { foundCoOp } from '#app/flows/founding/found-co-op.server.ts'
import { ratifyCharter } from '#app/flows/members/join-co-op.server.ts'
import { refreshFigures } from '#app/flows/books/refresh-figures.server.ts'
import { openPaymentsAccount } from '#app/flows/payments/start-payment.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { type Tenant, tenantById } from '#tenants/directory.server.ts'
import { inFederation, inTenant } from '#tenants/scope.server.ts'
import type { SeedCoOp } from './co-op.ts'
import { decisionsOf, type Step } from './decisions.ts'
import { seedListings } from './listings.ts'
import { Random } from './random.ts'
import type { Living, Seeding } from './living.ts'
import { ordersOf } from './orders.ts'

/** Makes one co-op with its members, listings, decisions and a year of work. */
export async function seedCoOp(coOp: SeedCoOp, seeding: Seeding): Promise<void> {
  const founded = seeding.now.subtract({ hours: 24 * 400 })
  const tenant = await found(coOp, seeding, founded)
  const members = await addMembers(coOp, tenant, { ...seeding, founded })
  const living: Living = { ...seeding, coOp, tenant, members, dice: new Random(coOp.slug) }
  await openPaymentsAccount(seeding.processor, tenant, founded)
  await seedListings(living, founded)
  await seedYear([...(await ordersOf(living)), ...decisionsOf(living)])
  await refreshFigures(tenant.id, seeding.now)
}

/** Runs the events in the order of their moments, because an order's price follows the charter of its day. */
async function seedYear(steps: readonly Step[]): Promise<void> {
  const pending = steps.toSorted(byMoment)
  for (let step = pending.shift(); step; step = pending.shift()) {
    const next = await step.happen()
    if (!next) continue
    const later = pending.findIndex((other) => byMoment(next, other) < 0)
    pending.splice(later < 0 ? pending.length : later, 0, next)
  }
}

const byMoment = (one: Step, other: Step) => one.at.epochMilliseconds - other.at.epochMilliseconds

async function found(coOp: SeedCoOp, { person }: Seeding, at: Instant): Promise<Tenant> {
  const { slug, name, city, country, locale, currency, timeZone, colour, colour2 } = coOp
  const [first] = coOp.members
  if (!first) throw new Error('A co-op without members.')
  const founder = await person({ name: first[0], email: first[1], locale })
  const facts = {
    slug,
    name,
    city,
    country,
    locale,
    currency,
    timeZone,
    colour,
    colour2,
    blueprint: 'home-services',
  }
  const changes = { split: { workersBp: 9400 }, floor: { hourlyMinor: coOp.hourlyMinor } }
  const founding = await foundCoOp({ ...facts, founder, invited: [], changes, at })
  if (!founding.ok) throw new Error(`${slug}: ${founding.refusal}`)
  return founding.value
}

async function addMembers(
  coOp: SeedCoOp,
  tenant: Tenant,
  { person, founded }: Seeding & { founded: Instant },
) {
  const week = tenant.country === 'EG' ? [6, 7, 1, 2, 3, 4] : [1, 2, 3, 4, 5, 6]
  const people = await Promise.all(
    coOp.members.map(([name, email]) => person({ name, email, locale: coOp.locale })),
  )
  const members = await inTenant(tenant.id, async (db) => {
    const [first] = await activeMembers(db)
    if (!first) throw new Error('A founder who is no member.')
    const joined = []
    for (const [index, who] of people.entries()) {
      const about = coOp.members[index]?.[2] ?? ''
      const id = await addMember(db, {
        person: who.id,
        ...who,
        about,
        class: first.classId,
        at: founded.add({ hours: index }),
      })
      await setWeeklyHours(
        db,
        id,
        week.map((weekday) => ({ weekday, fromMinute: 480, untilMinute: 1080 })),
      )
      joined.push({ id, name: who.name })
    }
    await removeSamples(db, [])
    const { headline, lead, about, area, since } = coOp
    await writeStorefront(
      db,
      { headline, lead, about, area, sinceYear: since, contactEmail: coOp.members[0]?.[1] ?? '' },
      founded,
    )
    return joined
  })
  for (const { id, name } of members)
    await ratifyCharter(tenant, { member: id, name, at: founded.add({ hours: 30 }) })
  await inFederation((db) =>
    updateDirectoryEntry(db, tenant.id, { tagline: coOp.tagline, trade: coOp.trade }),
  )
  const open = await inFederation((db) => tenantById(db, tenant.id))
  if (open?.state !== 'open') throw new Error(`${coOp.slug} did not open.`)
  Object.assign(tenant, open)
  return members
}
