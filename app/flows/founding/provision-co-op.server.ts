import type { DraftData } from '#app/domains/founding/draft.ts'
import { recordAudit } from '#app/domains/federation/audit.server.ts'
import {
  importById,
  findRepeatedImport,
  rowsOf,
  finishRow,
  startImport,
} from '#app/domains/founding/imports.server.ts'
import { makeCode } from '#app/domains/accounts/one-time.server.ts'
import { addPerson, personByEmail } from '#app/domains/accounts/people.server.ts'
import { promiseMail } from '#app/domains/mail/promise-mail.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ImportId, PersonId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { done, type Outcome } from '#app/kernel/outcome.ts'
import { isRepeat } from '#app/kernel/repeat.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { COUNTRIES } from '#tenants/countries.ts'
import { type FederationDb, inFederation, advisoryLock } from '#tenants/scope.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { foundedBefore, type Founder, foundCoOp, type FoundRefusal } from './found-co-op.server.ts'

/** A co-op as somebody asks for it on behalf of its group; what is left open follows from the country. */
export type Provision = Omit<DraftData, 'founders' | 'charter'> & {
  readonly founder: { readonly name: string; readonly email: string }
  readonly invited: readonly string[]
}

/**
 * Founds a co-op for a group. Its first founder gets an account where they have none, and a letter with a link to
 * choose a password: nobody of the federation ever knows one. Where nothing is founded, nobody gets either.
 */
export async function provisionCoOp(
  { founder, country, timeZone, ...asked }: Provision,
  { by, at }: { readonly by: Actor<PersonId | null>; readonly at: Instant },
): Promise<Outcome<Tenant, FoundRefusal>> {
  const land = COUNTRIES.find((known) => known.country === country)
  if (!land) throw new RangeError(`No land ${country}.`)
  const { locale, currency } = land
  const place = { country, locale, currency, timeZone: timeZone || land.timeZone }
  const seat = (db: FederationDb) => founderFor(db, founder, { locale, at })
  const founded = await foundCoOp({ ...asked, ...place, founder: seat, by, at })
  if (founded.ok || founded.refusal !== 'slug-taken') return founded
  const own = await inFederation((db) => foundedFor(db, asked.slug, founder.email))
  const sentTwice = own?.name === asked.name && isRepeat(own.createdAt, at)
  return own && sentTwice ? done(own) : founded
}

async function foundedFor(
  db: FederationDb,
  slug: string,
  email: string,
): Promise<Tenant | undefined> {
  const founder = await personByEmail(db, email)
  return founder && foundedBefore(db, slug, founder.id)
}

async function founderFor(
  db: FederationDb,
  { name, email }: Provision['founder'],
  { locale, at }: { readonly locale: Locale; readonly at: Instant },
): Promise<Founder> {
  await advisoryLock(db, `founder:${email}`)
  const known = await personByEmail(db, email)
  if (known) return { id: known.id, name: known.name, email, locale: known.locale }
  const person = await addPerson(db, { name, email, locale, passwordHash: null, at })
  if (!person) throw new Error('An account that appeared meanwhile; try again.')
  const code = await makeCode(db, { purpose: 'first-password', person, at })
  await promiseMail(db, {
    template: 'first-password',
    to: { email, name, locale },
    data: { path: pathTo('/reset', { code }) },
    at,
  })
  return { id: person, name, email, locale }
}

/** Promises to found many: each row a job of its own, so that one that fails holds up no other. */
export function importCoOps(
  provisions: readonly Provision[],
  { by, at }: { readonly by: Actor<PersonId>; readonly at: Instant },
): Promise<ImportId> {
  return inFederation(async (db) => {
    const rows = provisions.map((provision) => ({ slug: provision.slug, data: packed(provision) }))
    const before = await findRepeatedImport(db, { by, rows, at })
    if (before) return before
    const id = await startImport(db, { by, rows, at })
    await recordAudit(db, { act: 'co-ops-imported', actor: by, detail: { rows: rows.length }, at })
    for (const position of rows.keys())
      await promiseTask(
        db,
        { task: 'found-row', payload: { import: id, position } },
        { key: `import:${id}:${position}` },
      )
    return id
  })
}

/** Founds the co-op of one row. Run twice it founds one: a row that is settled, or whose co-op is there, is left alone. */
export async function foundRow(id: ImportId, position: number, at: Instant): Promise<void> {
  const { row, by, own } = await inFederation(async (db) => {
    const found = (await rowsOf(db, id)).find((known) => known.position === position)
    return {
      row: found,
      by: await importById(db, id),
      own: found && (await foundedFor(db, found.slug, found.data['founderEmail'] ?? '')),
    }
  })
  if (!row || !by || row.state !== 'waiting') return
  const admin = { id: by.byPerson, name: by.byName }
  const done = own ? null : await provisionCoOp(unpacked(row.data), { by: admin, at })
  const refusal = done && !done.ok ? done.refusal : null
  await inFederation((db) => finishRow(db, row, { refusal, at }))
}

function packed({ founder, invited, ...rest }: Provision): Record<string, string> {
  return {
    ...rest,
    founderName: founder.name,
    founderEmail: founder.email,
    invited: invited.join(' '),
  }
}

function unpacked(data: Record<string, string>): Provision {
  const { founderName = '', founderEmail = '', invited = '' } = data
  const text = (name: string) => data[name] ?? ''
  return {
    blueprint: text('blueprint'),
    name: text('name'),
    slug: text('slug'),
    country: text('country'),
    city: text('city'),
    timeZone: text('timeZone'),
    colour: text('colour'),
    colour2: text('colour2'),
    founder: { name: founderName, email: founderEmail },
    invited: invited.split(' ').filter(Boolean),
  }
}
