import { needed } from '#app/config.ts'
import { hashPassword } from '#app/domains/accounts/password.server.ts'
import { addPerson, changePerson } from '#app/domains/accounts/people.server.ts'
import { gateways } from '#app/wiring.server.ts'
import { foundCoOp } from '#app/flows/founding/found-co-op.server.ts'
import { refreshFigures } from '#app/flows/books/refresh-figures.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { federationAdmins, tenants } from '#db/schema/federation.ts'
import { mails } from '#db/schema/mail.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { isNull, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { azahar } from './azahar.ts'
import { brightwater } from './brightwater.ts'
import { lumiere } from './lumiere.ts'
import { nour } from './nour.ts'
import { DEMO_PASSWORD } from './people.ts'
import { seedingProcessor } from './processor.ts'
import type { Seeding } from './living.ts'
import { seedCoOp } from './year.ts'

/** Fills an empty database with four living co-ops and one just founded, through the flows that people use. */
export async function seedIfEmpty(say: (step: string) => void): Promise<void> {
  const [{ count } = { count: 0 }] = await inFederation((db) =>
    db.select({ count: sql<number>`count(*)::int` }).from(tenants),
  )
  if (count > 0) return
  say('Seeding: four co-ops and a year of their work (about half a minute, once)')
  const now = systemClock()
  const seeding: Seeding = {
    now,
    processor: seedingProcessor(gateways().processor),
    person: await peopleMaker(),
  }
  const admin = await seeding.person({
    name: 'Nadia Amrani',
    email: 'admin@twiza.example',
    locale: 'en',
  })
  await inFederation((db) =>
    db.insert(federationAdmins).values({ personId: admin.id, addedAt: now }),
  )
  await Promise.all([brightwater, azahar, nour, lumiere].map((coOp) => seedCoOp(coOp, seeding)))
  await seedNewborn(seeding)
  await tidyUp()
}

/** People of the demonstration share one password, hashed once. */
async function peopleMaker(): Promise<Seeding['person']> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const at = systemClock().subtract({ hours: 24 * 420 })
  const known = new Map<string, ReturnType<Seeding['person']>>()
  return (person) => {
    const made =
      known.get(person.email) ??
      inFederation(async (db) => {
        const id = await addPerson(db, { ...person, passwordHash, at })
        if (!id) throw new Error(`${person.email} is there already.`)
        await changePerson(db, id, { emailVerifiedAt: at })
        return { id, ...person }
      })
    known.set(person.email, made)
    return made
  }
}

/** A co-op that was founded this morning and has done nothing yet. */
async function seedNewborn({ person, now }: Seeding): Promise<void> {
  const founder = await person({
    name: 'Tess Okafor',
    email: 'tess@tidewater.example',
    locale: 'en',
  })
  const place = {
    city: 'Cardiff',
    country: 'GB',
    locale: 'en',
    currency: 'GBP',
    timeZone: 'Europe/London',
  } as const
  const look = { blueprint: 'home-services', colour: '#0f5c6e', colour2: '#d9488b' }
  const founded = await foundCoOp({
    slug: 'tidewater',
    name: 'Tidewater Home Care',
    ...place,
    ...look,
    founder,
    invited: [],
    at: now,
  })
  if (!founded.ok) throw new Error(founded.refusal)
  await refreshFigures(founded.value.id, now)
}

/** Letters about last year are marked as sent, and their jobs done: nobody waits for them. What is still to come stays. */
async function tidyUp(): Promise<void> {
  await inFederation((db) =>
    db
      .update(mails)
      .set({ sentAt: sql`${mails.promisedAt}` })
      .where(isNull(mails.sentAt)),
  )
  const queue = postgres(needed('DATABASE_QUEUE_URL'), { max: 1, onnotice: () => {} })
  await queue`delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
    where t.id = j.task_id and t.identifier in ('send-mail', 'send-refund', 'release-holds', 'refresh-figures')
      and j.run_at <= now()`
  await queue.end()
}
