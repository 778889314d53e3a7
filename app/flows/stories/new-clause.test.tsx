import { createHash } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import {
  type Amendment,
  amendmentTo,
  directionOf,
  moreProtective,
  refusalOf,
} from '#app/domains/charter/amendment.ts'
import { clauseKeys, readCharter, startingCharter } from '#app/domains/charter/charter.ts'
import type * as table from '#app/domains/charter/clauses.ts'
import type { Charter, ClauseKey } from '#app/domains/charter/clauses.ts'
import { charterInForce, charterOfVersion } from '#app/domains/charter/in-force.server.ts'
import { EMPTY_DRAFT } from '#app/domains/founding/draft.ts'
import { expireDecision } from '#app/flows/decisions/expire-decision.server.ts'
import { raiseProposal } from '#app/flows/decisions/raise-proposal.server.ts'
import { placeOrder } from '#app/flows/orders/place-order.server.ts'
import { createOpenCoOp, buildOrderRequest, monday, wednesday } from '#app/flows/testing/co-op.ts'
import { createDecision, createProposal, findProposal } from '#app/flows/testing/decision.ts'
import { canonical } from '#app/kernel/canonical.ts'
import type * as words from '#app/locales/en/charter.ts'
import { readCharterPage } from '#app/reads/charter/charter-page.server.ts'
import { readProposal } from '#app/reads/decisions/proposal-page.server.ts'
import { readFields } from '#app/request/form.server.ts'
import { charterOf, whyNot, withTerms } from '#app/routes/found/charter.server.ts'
import { charterForm } from '#app/routes/found/forms.server.ts'
import { amendableClauses, schemaFor } from '#app/routes/office/decisions/decision-form.server.ts'
import { renderForReader } from '#app/ui/testing/render.tsx'
import { ProposalBody } from '#app/views/decisions/proposal-body.tsx'
import { owner } from '#db/testing/database.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { Clauses } from '#app/views/charter/clause.tsx'
import { fieldErrorOf } from '#app/views/charter/clause-form.server.ts'
import { TermFields } from '#app/views/charter/term-fields.tsx'

/** Everything that adding a clause needs: its row and its words. The test changes nothing else of the program. */
const added = vi.hoisted(() => ({
  row: {
    amendedBy: 'members',
    addedLater: true,
    terms: {
      restHours: {
        unit: 'hours',
        min: 8,
        max: 48,
        default: 11,
        protectsWhen: 'higher',
        field: 'rest',
      },
      sickMinor: {
        unit: 'money',
        min: 0,
        max: 100_000,
        default: 0,
        startingValues: { GBP: 8000 },
        protectsWhen: 'higher',
        field: 'sick',
      },
    },
  },
  words: {
    rest: 'Rest',
    'rest.words':
      'Between two days of work lie {{restHours}}. A day of illness pays {{sickMinor}}.',
    'ask.rest': 'Hours of rest',
    'ask.sick': 'Pay for a day of illness',
  },
}))

vi.mock('#app/domains/charter/clauses.ts', async (original) => {
  const { CLAUSES, ...others } = await original<typeof table>()
  return { ...others, CLAUSES: { ...CLAUSES, rest: added.row } }
})
vi.mock('#app/locales/en/charter.ts', async (original) => {
  const { charter } = await original<typeof words>()
  return { charter: { ...charter, ...added.words } }
})

const REST = 'rest' as ClauseKey
const floors = { workersBp: 8000, hourlyMinor: 1221, feeBp: 100 }

const termsOf = (restHours: number, sickMinor = 0) => ({ restHours, sickMinor }) as never
const restAmendment = (restHours: number, sickMinor = 0): Amendment =>
  amendmentTo(REST, termsOf(restHours, sickMinor))
const readRest = (charter: Charter): unknown => charter[REST]

/** Founds an open co-op whose stored charter lacks the clause, as if it was written before the clause was added. */
async function createOlderCoOp(...names: string[]) {
  const coOp = await createOpenCoOp(...names)
  const { id } = coOp.tenant
  const [version] = await owner`select clauses from charter_versions where tenant_id = ${id}`
  const { rest: _, ...clauses } = { ...version?.['clauses'] }
  const hash = createHash('sha256').update(canonical(clauses)).digest('hex')
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update charter_versions set clauses = ${tx.json(clauses)}, hash = ${hash} where tenant_id = ${id}`
  })
  return coOp
}

const readVersions = async ({ id }: Tenant) =>
  owner`select version, clauses, hash from charter_versions where tenant_id = ${id} order by version`

const readInForce = ({ id }: Tenant) => inTenant(id, charterInForce, { readOnly: true })

test('a charter that is older than a clause reads it with its default, and is never rewritten', async () => {
  const { tenant, members } = await createOlderCoOp('Amina', 'Rosa')
  const [first] = await readVersions(tenant)
  expect(first?.['clauses']).not.toHaveProperty('rest')
  const placed = await placeOrder(tenant, buildOrderRequest(wednesday))
  expect(placed.ok).toBe(true)
  expect(readRest((await readInForce(tenant)).charter)).toEqual({ restHours: 11, sickMinor: 0 })
  expect(await readCharterPage(tenant, 1)).toMatchObject({ hash: first?.['hash'] })

  const { direction, state } = await createDecision(tenant, members, {
    amendment: restAmendment(12),
  })
  expect([direction, state]).toEqual(['protective-up', 'in-force'])
  const after = await readInForce(tenant)
  expect([after.version, readRest(after.charter)]).toEqual([2, { restHours: 12, sickMinor: 0 }])
  const [firstAgain, second] = await readVersions(tenant)
  expect(firstAgain).toEqual(first)
  expect(second?.['clauses']).toEqual({
    ...first?.['clauses'],
    rest: { restHours: 12, sickMinor: 0 },
  })
  const orders = await owner`select charter_version from orders where tenant_id = ${tenant.id}`
  expect(orders).toEqual([{ charter_version: 1 }])
  const earlier = await inTenant(tenant.id, (db) => charterOfVersion(db, 1))
  expect(readRest(earlier)).toEqual({ restHours: 11, sickMinor: 0 })
})

test('a missing clause that every charter must have is a fault', () => {
  const { split: _, ...without } = startingCharter({}, 'GBP')
  expect(() => readCharter(without)).toThrow(RangeError)
  const { rest: __, ...older } = startingCharter({}, 'GBP') as Record<string, unknown>
  expect(readRest(readCharter(older))).toEqual({ restHours: 11, sickMinor: 0 })
  expect(() => readCharter({ ...older, rest: { restHours: 11 } })).toThrow(RangeError)
})

test('lowering the clause follows the rules of lowering a protection, is shown before and after, and expires', async () => {
  const { tenant, members } = await createOlderCoOp('Amina', 'Rosa')
  const [author] = members
  if (!author) throw new Error('nobody')
  const id = await createProposal(tenant, author, { amendment: restAmendment(9) })
  const { number } = await findProposal(tenant, id)
  const page = await readProposal(tenant, number, null)
  if (!page) throw new Error('There is no page.')
  const body = renderForReader(<ProposalBody page={page} />).replaceAll(/ class="[^"]*"/g, '')
  expect(body).toContain('<p>Rest</p>')
  expect(body).toContain(
    '<del>Between two days of work lie 11 hours. A day of illness pays £0.00.</del>',
  )
  expect(body).toContain(
    '<ins>Between two days of work lie 9 hours. A day of illness pays £0.00.</ins>',
  )

  const decided = await createDecision(tenant, members, { amendment: restAmendment(9) })
  expect(decided).toMatchObject({
    direction: 'protective-down',
    readings: 2,
    impact: { of: 'year' },
    revertsTo: { restHours: 11, sickMinor: 0 },
  })
  if (!decided.sunsetAt) throw new Error('The decision has no sunset.')
  await expireDecision(tenant.id, decided.id, decided.sunsetAt)
  expect(readRest((await readInForce(tenant)).charter)).toEqual({ restHours: 11, sickMinor: 0 })
})

test('the direction of a change, the more protective terms and the limits follow from the clause’s row', async () => {
  const charter = startingCharter({}, 'EUR')
  expect(directionOf(charter, restAmendment(12))).toBe('protective-up')
  expect(directionOf(charter, restAmendment(10, 9000))).toBe('protective-down')
  expect(moreProtective(REST, termsOf(9, 9000), termsOf(11, 0))).toEqual({
    restHours: 11,
    sickMinor: 9000,
  })
  expect(refusalOf(charter, restAmendment(11), floors)).toBe('nothing-changes')
  expect(refusalOf(charter, restAmendment(7), floors)).toBe('terms-out-of-range')
  const limits = { floors, currency: 'GBP', locale: 'en-GB' }
  const withoutIsolates = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '')
  const hours = fieldErrorOf('terms-out-of-range', { ...limits, amendment: restAmendment(7) })
  expect([hours.field, withoutIsolates(hours.refusal)]).toEqual([
    'rest',
    'terms-out-of-range 8 – 48',
  ])
  const pay = fieldErrorOf('terms-out-of-range', {
    ...limits,
    amendment: restAmendment(11, 100_001),
  })
  expect([pay.field, withoutIsolates(pay.refusal)]).toEqual([
    'sick',
    'terms-out-of-range £0.00 – £1,000.00',
  ])

  const { tenant, members } = await createOlderCoOp('Amina')
  const [id] = members
  if (!id) throw new Error('nobody')
  const member = { id, name: 'Amina' }
  const request = { title: 'Less', body: '', secret: false, at: monday }
  expect(await raiseProposal(tenant, { ...request, member, amendment: restAmendment(7) })).toEqual({
    ok: false,
    refusal: 'terms-out-of-range',
  })
})

test('a clause that may not be amended is not offered, and its amendment is refused', () => {
  const row = added.row as { amendedBy: string }
  row.amendedBy = 'nobody'
  expect(amendableClauses()).not.toContain(REST)
  expect(refusalOf(startingCharter({}, 'GBP'), restAmendment(12), floors)).toBe('clause-fixed')
  row.amendedBy = 'members'
  expect(amendableClauses()).toContain(REST)
})

test('the founding form has the clause with the starting values of the currency or blueprint, and checks its limits', async () => {
  expect(readRest(startingCharter({}, 'GBP'))).toEqual({ restHours: 11, sickMinor: 8000 })
  expect(readRest(startingCharter({ rest: { restHours: 10 } }, 'EUR'))).toEqual({
    restHours: 10,
    sickMinor: 0,
  })
  const charter = charterOf(EMPTY_DRAFT)
  const fields = renderForReader(
    <TermFields clause={REST} charter={charter} currency="GBP" form={undefined} />,
  )
  expect(fields).toMatch(/<label for="rest">Hours of rest<\/label><input id="rest"[^>]*value="11"/)
  expect(fields).toMatch(
    /<label for="sick">Pay for a day of illness<\/label><input id="sick"[^>]*inputMode="decimal"[^>]*value="80.00"/,
  )

  const usual = { workers: '95', hourly: '15', hours: '24', kept: '50' }
  const readTyped = (more: object) =>
    readFields(new URLSearchParams({ ...usual, ...more }), charterForm('GBP'))
  expect(readTyped({ rest: '', sick: 'x' }).form.errors).toEqual({
    rest: 'forms:required',
    sick: 'forms:not-an-amount',
  })
  expect(readTyped({ rest: '70', sick: '80' }).form.errors).toEqual({
    rest: 'forms:out-of-range 8 48',
  })
  const read = readTyped({ rest: '12', sick: '95.50' })
  if (!read.ok) throw new Error('The form was refused.')
  const filled = withTerms(EMPTY_DRAFT, read.value)
  expect(readRest(charterOf(filled))).toEqual({ restHours: 12, sickMinor: 9550 })
  const context = { locale: 'en', at: monday } as const
  expect(await whyNot(filled, context)).toBeUndefined()
  const tooHigh = withTerms(EMPTY_DRAFT, { ...read.value, sick: 100_001 })
  expect(await whyNot(tooHigh, context)).toMatchObject({ field: 'sick' })
})

test('the charter page shows the clause, and the amendment form accepts it', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const { charter } = await readInForce(tenant)
  const page = renderForReader(<Clauses charter={charter} />)
  expect(page.match(/<h2[ >]/g)).toHaveLength(clauseKeys().length)
  expect(page).toMatch(/<h2[^>]*>Rest<\/h2>/)
  expect(page).toContain('Between two days of work lie 11 hours. A day of illness pays £80.00.')

  const posted = new URLSearchParams({ title: 'More', clause: 'rest', rest: '12', sick: '80' })
  const read = readFields(posted, schemaFor('GBP'))
  expect(read.ok && read.value).toMatchObject({ title: 'More', amendment: restAmendment(12, 8000) })
  posted.set('rest', '49')
  expect(readFields(posted, schemaFor('GBP')).form.errors).toEqual({
    rest: 'forms:out-of-range 8 48',
  })
})
