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
import {
  findFoundedCoOp,
  type Founder,
  foundCoOp,
  type FoundRefusal,
} from './found-co-op.server.ts'

/** A co-op that an admin requests for a group. The currency and what is left empty follow from the country. */
export type Provision = Omit<DraftData, 'founders' | 'charter'> & {
  readonly founder: { readonly name: string; readonly email: string }
  readonly invited: readonly string[]
}

/**
 * Founds a co-op for a group. A first founder without an account gets one, and a letter with a link to choose a
 * password, so that the federation never knows the password. When nothing is founded, there is neither an account nor a
 * letter.
 *
 * @throws RangeError for an unknown country.
 */
export async function provisionCoOp(
  { founder, country: code, timeZone, ...entry }: Provision,
  { by, at }: { readonly by: Actor<PersonId | null>; readonly at: Instant },
): Promise<Outcome<Tenant, FoundRefusal>> {
  const country = COUNTRIES.find((known) => known.country === code)
  if (!country) throw new RangeError(`Unknown country ${code}.`)
  const { locale, currency } = country
  const place = { country: code, locale, currency, timeZone: timeZone || country.timeZone }
  const seat = (db: FederationDb) => findOrAddFounder(db, founder, { locale, at })
  const founded = await foundCoOp({ ...entry, ...place, founder: seat, by, at })
  if (founded.ok || founded.refusal !== 'slug-taken') return founded
  const before = await inFederation((db) => findCoOpFoundedFor(db, entry.slug, founder.email))
  const sentTwice = before?.name === entry.name && isRepeat(before.createdAt, at)
  return before && sentTwice ? done(before) : founded
}

/** Finds the co-op at an address if it was founded for the person with this email address. */
async function findCoOpFoundedFor(
  db: FederationDb,
  slug: string,
  email: string,
): Promise<Tenant | undefined> {
  const founder = await personByEmail(db, email)
  return founder && findFoundedCoOp(db, slug, founder.id)
}

/** Finds the founder's account; or adds one and promises the letter with the link to choose a password. */
async function findOrAddFounder(
  db: FederationDb,
  { name, email }: Provision['founder'],
  { locale, at }: { readonly locale: Locale; readonly at: Instant },
): Promise<Founder> {
  await advisoryLock(db, `founder:${email}`)
  const known = await personByEmail(db, email)
  if (known) return { id: known.id, name: known.name, email, locale: known.locale }
  const person = await addPerson(db, { name, email, locale, passwordHash: null, at })
  if (!person) throw new Error('The account was added by another transaction meanwhile; try again.')
  const code = await makeCode(db, { purpose: 'first-password', person, at })
  await promiseMail(db, {
    template: 'first-password',
    to: { email, name, locale },
    data: { path: pathTo('/reset', { code }) },
    at,
  })
  return { id: person, name, email, locale }
}

/**
 * Promises to found many co-ops. Each row has its own task, so that a failing row does not delay the others. Returns the
 * id of the import; a repeated request returns the id of the first.
 */
export function importCoOps(
  provisions: readonly Provision[],
  { by, at }: { readonly by: Actor<PersonId>; readonly at: Instant },
): Promise<ImportId> {
  return inFederation(async (db) => {
    const rows = provisions.map((provision) => ({
      slug: provision.slug,
      data: packProvision(provision),
    }))
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

/**
 * Founds the co-op of one row of an import and records the result. A second run founds nothing, because a row that is
 * settled or whose co-op exists is skipped.
 */
export async function foundRow(id: ImportId, position: number, at: Instant): Promise<void> {
  const { row, by, founded } = await inFederation(async (db) => {
    const found = (await rowsOf(db, id)).find((known) => known.position === position)
    return {
      row: found,
      by: await importById(db, id),
      founded:
        found && (await findCoOpFoundedFor(db, found.slug, found.data['founderEmail'] ?? '')),
    }
  })
  if (!row || !by || row.state !== 'waiting') return
  const admin = { id: by.byPerson, name: by.byName }
  const provisioned = founded
    ? null
    : await provisionCoOp(unpackProvision(row.data), { by: admin, at })
  const refusal = provisioned && !provisioned.ok ? provisioned.refusal : null
  await inFederation((db) => finishRow(db, row, { refusal, at }))
}

function packProvision({ founder, invited, ...rest }: Provision): Record<string, string> {
  return {
    ...rest,
    founderName: founder.name,
    founderEmail: founder.email,
    invited: invited.join(' '),
  }
}

function unpackProvision(data: Record<string, string>): Provision {
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
