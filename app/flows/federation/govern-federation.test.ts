import { owner } from '#db/testing/database.ts'
import { expect, test } from 'vitest'
import { HEALTHS, healthOf, sortRows } from '#app/reads/federation/console-rows.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { addAdmin, removeAdmin } from '#app/domains/federation/admins.server.ts'
import { findAffectedCoOps, changeTerms } from './change-terms.server.ts'
import { appointAdmin, readAdminCandidate, setAccountEnabled } from './govern-federation.server.ts'
import { seatDelegate } from './seat-delegate.server.ts'
import { foundRow, importCoOps, provisionCoOp } from '#app/flows/founding/provision-co-op.server.ts'
import { ratifyCharter } from '#app/flows/members/join-co-op.server.ts'
import {
  createFoundedCoOp,
  createOpenCoOp,
  createPerson,
  monday,
} from '#app/flows/testing/co-op.ts'

const createActor = async () => ({ by: await createPerson('Nadia'), at: monday })

test('two admins who remove each other at once leave one', async () => {
  await owner`delete from federation_admins`
  const [one, other] = [await createPerson('One'), await createPerson('Other')]
  for (const person of [one, other])
    await inFederation((db) => addAdmin(db, person.id, { by: null, at: monday }))
  const removals = await Promise.all(
    [one, other].map((person) => inFederation((db) => removeAdmin(db, person.id))),
  )
  expect(removals.toSorted()).toEqual(['gone', 'last'])
})

test('only an account with a password and a confirmed address becomes an admin', async () => {
  const [admin, person] = [await createActor(), await createPerson('Rosa')]
  const tryBoth = async () => [
    await readAdminCandidate(person.email),
    await appointAdmin(person.email, admin),
  ]
  const expectRefusal = async (refusal: string) => {
    for (const answer of await tryBoth()) expect(answer).toMatchObject({ refusal })
  }
  await expectRefusal('account-unconfirmed')
  await owner`update people set password_hash = null, email_verified_at = now() where id = ${person.id}`
  await expectRefusal('account-without-password')
  await owner`update people set password_hash = 'x', disabled_at = now() where id = ${person.id}`
  await expectRefusal('account-locked')
  await owner`update people set disabled_at = null where id = ${person.id}`
  expect(await tryBoth()).toMatchObject([
    { value: { name: 'Rosa', email: person.email } },
    { ok: true },
  ])
  await expectRefusal('is-admin')
})

test('a fee for which a charter leaves no room is refused, and the co-op is named', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const terms = { feeBp: 1700, workersFloorBp: 8000, hourlyFloors: {}, reason: 'x', from: monday }
  expect(await changeTerms(terms, await createActor())).toMatchObject({ refusal: 'terms-squeeze' })
  expect((await findAffectedCoOps(terms)).overFeeLimit.map(({ id }) => id)).toContain(tenant.id)
  // The cost of cards needs room as well. 95% and 3% leave too little for it, and 95% and 2.5% just enough.
  const isSqueezed = async (feeBp: number) =>
    (await findAffectedCoOps({ ...terms, feeBp })).overFeeLimit.some(({ id }) => id === tenant.id)
  expect([await isSqueezed(300), await isSqueezed(250)]).toEqual([true, false])
  const past = { ...terms, feeBp: 100, from: monday.subtract({ hours: 1 }) }
  expect(await changeTerms(past, await createActor())).toMatchObject({ refusal: 'terms-past' })
})

test('terms that are sent five times make one version; two different ones at once make two', async () => {
  const versions = async () =>
    (await owner`select version from federation_terms order by version`).length
  const before = await versions()
  const from = monday.add({ hours: 24 * 365 * 50 })
  const terms = { feeBp: 100, workersFloorBp: 8000, hourlyFloors: {}, reason: 'x', from }
  const admin = await createActor()
  await Promise.all(Array.from({ length: 5 }, () => changeTerms(terms, admin)))
  expect(await versions()).toBe(before + 1)
  const changes = ['y', 'z'].map((reason) => changeTerms({ ...terms, reason }, admin))
  expect((await Promise.all(changes)).map(({ ok }) => ok)).toEqual([true, true])
  expect(await versions()).toBe(before + 3)
})

test('a locked account is signed out everywhere, and an admin’s own account is not locked', async () => {
  const admin = await createActor()
  const person = await createPerson('Eve')
  await owner`insert into sessions (token_hash, person_id, host, created_at, expires_at, dies_at)
    values (${person.email}, ${person.id}, 'localhost', now(), now() + interval '1 day', now() + interval '9 days')`
  expect((await setAccountEnabled(person.id, false, admin)).ok).toBe(true)
  expect(await owner`select from sessions where person_id = ${person.id}`).toHaveLength(0)
  expect(await setAccountEnabled(admin.by.id, false, admin)).toMatchObject({
    refusal: 'not-yourself',
  })
})

test('a row of an import founds one co-op, however often its task runs', async () => {
  const admin = await createActor()
  const slug = `imp${Date.now().toString(36)}`
  const founder = { name: 'Maya', email: `${slug}@example.org` }
  const look = { blueprint: 'home-services', colour: '#25358a', colour2: '#f2b13c' }
  const place = { name: 'Harbour', slug, country: 'GB', city: 'Hull' }
  const id = await importCoOps([{ ...place, ...look, founder, invited: [] }], admin)
  await foundRow(id, 0, monday)
  // The process ended between founding and recording it. The row still waits.
  await owner`update import_rows set state = 'waiting' where import_id = ${id}`
  await foundRow(id, 0, monday)
  const [row] = await owner`select state, refusal from import_rows where import_id = ${id}`
  expect(row).toEqual({ state: 'founded', refusal: null })
  expect(await owner`select from tenants where slug = ${slug}`).toHaveLength(1)
  expect(
    await owner`select from mails where to_email = ${founder.email} and template = 'first-password'`,
  ).toHaveLength(1)
})

test('a row whose address was taken meanwhile is refused, and the other co-op is not taken for its own', async () => {
  const admin = await createActor()
  const slug = `oth${Date.now().toString(36)}`
  const rest = { blueprint: 'home-services', colour: '#25358a', colour2: '#f2b13c', invited: [] }
  const provision = { name: 'Harbour', slug, country: 'GB', city: 'Hull', ...rest }
  const founder = (who: string) => ({ name: who, email: `${slug}-${who}@example.org` })
  const id = await importCoOps([{ ...provision, founder: founder('maya') }], admin)
  expect((await provisionCoOp({ ...provision, founder: founder('eve') }, admin)).ok).toBe(true)
  await foundRow(id, 0, monday)
  const [row] = await owner`select state, refusal from import_rows where import_id = ${id}`
  expect(row).toEqual({ state: 'refused', refusal: 'slug-taken' })
  // When nothing was founded, the founder has neither an account nor a letter.
  const { email } = founder('maya')
  expect(await owner`select from people where email = ${email}`).toHaveLength(0)
  expect(await owner`select from mails where to_email = ${email}`).toHaveLength(0)
})

test('a co-op that is founded under a raised floor starts at that floor, and no earlier charter is ratified below it', async () => {
  const { tenant: earlier, members } = await createFoundedCoOp('Amina')
  const admin = await createActor()
  const hourlyFloors = { GBP: 1600, EUR: 1188, USD: 1500, EGP: 4000, MAD: 2000 }
  const terms = { feeBp: 100, workersFloorBp: 8000, hourlyFloors, reason: 'Rents', from: monday }
  expect((await changeTerms(terms, admin)).ok).toBe(true)
  const look = { blueprint: 'home-services', colour: '#25358a', colour2: '#f2b13c' }
  const slug = `flo${Date.now().toString(36)}`
  const founder = { name: 'Maya', email: `${slug}@example.org` }
  const place = { name: 'Harbour', slug, country: 'GB', city: 'Hull' }
  const founded = await provisionCoOp({ ...place, ...look, founder, invited: [] }, admin)
  if (!founded.ok) throw new Error(founded.refusal)
  const readHourly = async (id: string) =>
    (
      await owner`select clauses -> 'floor' -> 'hourlyMinor' as hourly from charter_versions
        where tenant_id = ${id}`
    )[0]?.['hourly']
  expect(await readHourly(founded.value.id)).toBe(1600)
  expect(await readHourly(earlier.id)).toBe(1500)
  const ratified = await ratifyCharter(earlier, { member: members[0]!, name: 'Amina', at: monday })
  expect(ratified).toEqual({ ok: false, refusal: 'charter-out-of-bounds' })
})

const openRow = {
  state: 'open',
  members: 3,
  orders: 1,
  currency: 'GBP',
  hourly: null,
  lastOrder: null,
}

test('the console sorts amounts within each currency', () => {
  const row = (name: string, currency: string, sales: bigint) => ({
    ...openRow,
    name,
    currency,
    sales,
    health: 'well' as const,
  })
  const rows = [
    row('A', 'GBP', 5n),
    row('B', 'EGP', 900n),
    row('C', 'EGP', 7n),
    row('D', 'GBP', 8n),
  ]
  const sortedNames = (down: boolean) =>
    sortRows(rows, { search: '', state: null, sort: 'sales', down }).map(({ name }) => name)
  expect(sortedNames(true)).toEqual(['B', 'C', 'D', 'A'])
  expect(sortedNames(false)).toEqual(['C', 'B', 'A', 'D'])
})

test('the console lists co-ops that need attention first, and unknown values last', () => {
  const rows = [
    { ...openRow, name: 'B', sales: 5n, health: 'well' as const },
    { ...openRow, name: 'A', sales: 9n, health: 'suspended' as const, hourly: 100n },
  ]
  const query = { search: '', state: null, down: false }
  expect(sortRows(rows, { ...query, sort: 'health' })[0]?.name).toBe('A')
  expect(sortRows(rows, { ...query, sort: 'hourly' })[0]?.name).toBe('A')
  expect(sortRows(rows, { ...query, sort: 'hourly', down: true })[0]?.name).toBe('A')
  expect(sortRows(rows, { ...query, sort: 'sales' })[0]?.name).toBe('B')
})

test('a co-op’s health is its most urgent problem', () => {
  const facts = {
    state: 'open' as const,
    since: monday,
    lastOrder: monday,
    members: 3,
    account: 'ready' as const,
    letters: 0,
    door: false,
    at: monday.add({ hours: 24 }),
  }
  expect(healthOf(facts)).toBe('well')
  expect(healthOf({ ...facts, door: true })).toBe('door-open')
  expect(healthOf({ ...facts, letters: 1, door: true })).toBe('letters-stuck')
  expect(healthOf({ ...facts, at: monday.add({ hours: 24 * 61 }) })).toBe('quiet')
  expect(HEALTHS).toContain(healthOf({ ...facts, state: 'suspended' }))
})

test('terms that no charter can meet are refused, and a floor of zero', async () => {
  const from = monday.add({ hours: 24 * 365 * 60 })
  const terms = { feeBp: 100, workersFloorBp: 8000, hourlyFloors: { GBP: 1221 }, reason: 'x', from }
  const admin = await createActor()
  for (const workersFloorBp of [9700, 9950, 10_000])
    expect(await changeTerms({ ...terms, workersFloorBp }, admin)).toMatchObject({
      refusal: 'terms-too-much',
    })
  const none = { ...terms, hourlyFloors: { GBP: 0 } }
  expect(await changeTerms(none, admin)).toMatchObject({ refusal: 'terms-no-floor' })
})

test('new terms name the co-ops whose charters are below them, and mail their stewards', async () => {
  const { tenant } = await createOpenCoOp('Amina', 'Rosa')
  const from = monday.add({ hours: 24 * 365 * 61 })
  const terms = { feeBp: 100, workersFloorBp: 9000, hourlyFloors: { GBP: 9900 }, reason: 'x', from }
  expect((await findAffectedCoOps(terms)).belowFloor.map(({ id }) => id)).toContain(tenant.id)
  const floor = { ...terms, hourlyFloors: { GBP: 1 } }
  expect((await findAffectedCoOps(floor)).belowFloor.map(({ id }) => id)).not.toContain(tenant.id)
  await changeTerms(terms, await createActor())
  expect(
    await owner`select from mails where tenant_id = ${tenant.id} and template = 'terms-changed'`,
  ).toHaveLength(1)
})

test('only a member becomes a co-op’s delegate, and replaces the one before', async () => {
  const { tenant } = await createOpenCoOp('Amina', 'Rosa')
  const [helen, admin] = [await createPerson('Helen'), await createActor()]
  const seatMember = (email: string) => seatDelegate({ slug: tenant.slug, email }, admin)
  expect(await seatMember(helen.email)).toMatchObject({ refusal: 'not-a-member' })
  const [rosa] = await owner`select p.id, p.email from members m join people p on p.id = m.person_id
    where m.tenant_id = ${tenant.id} and m.display_name = 'Rosa'`
  expect((await seatMember(rosa?.['email'])).ok).toBe(true)
  expect(await owner`select person_id from delegates where tenant_id = ${tenant.id}`).toEqual([
    { person_id: rosa?.['id'] },
  ])
  await owner`update members set state = 'left' where tenant_id = ${tenant.id} and display_name = 'Rosa'`
  expect(await seatMember(rosa?.['email'])).toMatchObject({ refusal: 'not-a-member' })
})
