import { createHmac } from 'node:crypto'
import { owner } from '#db/testing/database.ts'
import { expect, test } from 'vitest'
import { orderById } from '#app/domains/orders/find-order.server.ts'
import { proposalById } from '#app/domains/decisions/proposals.server.ts'
import type { Choice } from '#app/domains/decisions/tally.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, ProposalId } from '#app/kernel/ids.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { readProposal } from '#app/reads/decisions/proposal-page.server.ts'
import { readProposals } from '#app/reads/decisions/proposals-page.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { castBallot } from '#app/flows/decisions/cast-ballot.server.ts'
import { closeVoting } from '#app/flows/decisions/close-voting.server.ts'
import { openVoting } from '#app/flows/decisions/open-voting.server.ts'
import { placeOrder } from '#app/flows/orders/place-order.server.ts'
import { raiseProposal } from '#app/flows/decisions/raise-proposal.server.ts'
import { takeEffect } from '#app/flows/decisions/take-effect.server.ts'
import { createOpenCoOp, buildOrderRequest, monday } from '#app/flows/testing/co-op.ts'

const key = 'a key of these tests'
const split = (workersBp: number) => ({ clause: 'split' as const, terms: { workersBp } })

async function createProposal(
  tenant: Tenant,
  member: MemberId,
  workersBp = 9600,
  secret = false,
): Promise<ProposalId> {
  const raised = await raiseProposal(tenant, {
    member: { id: member, name: 'Amina' },
    title: 'More',
    body: '',
    amendment: split(workersBp),
    secret,
    at: monday,
  })
  if (!raised.ok) throw new Error(raised.refusal)
  return raised.value.id
}

type BallotOptions = { readonly choice?: Choice; readonly at?: Instant }

const castVote = (
  tenant: Tenant,
  proposal: ProposalId,
  member: MemberId,
  { choice = 'yes', at = monday }: BallotOptions = {},
) => castBallot(tenant.id, { proposal, member, choice, key, at })

const findProposal = (tenant: Tenant, proposal: ProposalId) =>
  inTenant(tenant.id, (db) => proposalById(db, proposal))

async function placeAndRead(tenant: Tenant, hours: number) {
  const placed = await placeOrder(tenant, buildOrderRequest(monday.add({ hours })))
  if (!placed.ok) throw new Error(placed.refusal)
  return inTenant(tenant.id, (db) => orderById(db, placed.value.id))
}

test('a passed amendment takes effect: the next order is priced by it, and an earlier one keeps its charter', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const before = await placeAndRead(tenant, 50)
  const proposal = await createProposal(tenant, members[0]!)
  for (const member of members)
    expect(await castVote(tenant, proposal, member)).toEqual({ ok: true, value: null })

  await closeVoting(tenant.id, proposal, { at: monday, key })

  const after = await placeAndRead(tenant, 54)
  expect([after?.charterVersion, after?.split.workersBp]).toEqual([2, 9600])
  const earlier = before && (await inTenant(tenant.id, (db) => orderById(db, before.id)))
  expect([earlier?.charterVersion, earlier?.split.workersBp]).toEqual([1, 9500])
  expect(await findProposal(tenant, proposal)).toMatchObject({
    state: 'in-force',
    inForceVersion: 2,
  })
})

test('a vote does not close before its end, and closes once, however many tasks count it', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa', 'Grace')
  const proposal = await createProposal(tenant, members[0]!)
  await castVote(tenant, proposal, members[0]!)
  await castVote(tenant, proposal, members[1]!)

  await closeVoting(tenant.id, proposal, { at: monday, key })
  expect((await findProposal(tenant, proposal))?.state).toBe('voting')

  const deadline = monday.add({ hours: 73 })
  await Promise.all(
    Array.from({ length: 8 }, () => closeVoting(tenant.id, proposal, { at: deadline, key })),
  )
  expect(await findProposal(tenant, proposal)).toMatchObject({
    state: 'in-force',
    tally: { yes: 2, no: 0, electorate: 3 },
  })
  const [versions] =
    await owner`select count(*)::int as count from charter_versions where tenant_id = ${tenant.id}`
  expect(versions?.['count']).toBe(2)
})

test('ballots at the same time as the count are counted or refused', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa', 'Grace', 'Ines')
  const proposal = await createProposal(tenant, members[0]!)
  const last = monday.add({ hours: 71 })

  const [, ...ballots] = await Promise.all([
    closeVoting(tenant.id, proposal, { at: monday.add({ hours: 73 }), key }),
    ...members.map((member) => castVote(tenant, proposal, member, { choice: 'yes', at: last })),
  ])

  const accepted = ballots.filter(({ ok }) => ok).length
  const found = await findProposal(tenant, proposal)
  const [stored] =
    await owner`select count(*)::int as count from ballots where tenant_id = ${tenant.id}`
  expect(stored?.['count']).toBe(accepted)
  expect(found?.tally).toMatchObject({ yes: accepted })
  expect(await castVote(tenant, proposal, members[0]!, { choice: 'no', at: last })).toEqual({
    ok: false,
    refusal: 'voting-closed',
  })
})

test('a secret ballot from before ballots were encrypted can be changed, and counts once with another id', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const proposal = await createProposal(tenant, members[0]!, 9600, true)
  const hex = createHmac('sha256', key).update(`ballot:${proposal}:${members[0]}`).digest('hex')
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  await owner`insert into ballots (tenant_id, proposal_id, reading, id, choice, weight)
    values (${tenant.id}, ${proposal}, 1, ${id}, 'no', 1)`
  await castVote(tenant, proposal, members[0]!, { choice: 'yes' })
  await castVote(tenant, proposal, members[1]!, { choice: 'no' })
  await closeVoting(tenant.id, proposal, { at: monday.add({ hours: 73 }), key })
  const after =
    await owner`select id, choice from ballots where tenant_id = ${tenant.id} order by choice`
  expect(after.map(({ choice }) => choice)).toEqual(['no', 'yes'])
  expect(after.map((row) => row['id'])).not.toContain(id)
})

test('lowering a protection needs days of discussion, a secret ballot, and more than half of all members', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa', 'Grace', 'Ines')
  const proposal = await createProposal(tenant, members[0]!, 9000)
  expect(await findProposal(tenant, proposal)).toMatchObject({
    state: 'discussion',
    secret: true,
    majorityBp: 7500,
    overHalfOfMembers: true,
    direction: 'protective-down',
  })

  await openVoting(tenant.id, proposal, monday)
  expect((await findProposal(tenant, proposal))?.state).toBe('discussion')
  const opened = monday.add({ hours: 72 })
  await openVoting(tenant.id, proposal, opened)
  expect(await findProposal(tenant, proposal)).toMatchObject({
    state: 'voting',
    impact: { workersBp: 9000 },
  })
  for (const member of members.slice(0, 2))
    await castVote(tenant, proposal, member, { choice: 'yes', at: opened })
  await closeVoting(tenant.id, proposal, { at: opened.add({ hours: 73 }), key })
  expect((await findProposal(tenant, proposal))?.state).toBe('failed')
})

test('of two amendments of one clause the second is overtaken when the first takes effect', async () => {
  const { tenant, members } = await createOpenCoOp('Amina')
  const [first, second] = [
    await createProposal(tenant, members[0]!, 9600),
    await createProposal(tenant, members[0]!, 9650),
  ]
  const readOvertaken = async () => (await readProposal(tenant, 2, null))?.overtaken
  expect(await readOvertaken()).toBeNull()
  await castVote(tenant, first, members[0]!)
  await closeVoting(tenant.id, first, { at: monday, key })
  // The page says that the second is overtaken before a vote on it, and asks no member to vote.
  expect(await readOvertaken()).toEqual({ version: 2, number: 1 })
  const [latest] = await readProposals(tenant, members[0]!)
  expect(latest).toMatchObject({ number: 2, state: 'voting', overtaken: true, mine: false })
  await castVote(tenant, second, members[0]!)
  await closeVoting(tenant.id, second, { at: monday, key })
  await takeEffect(tenant.id, second, monday)

  expect((await findProposal(tenant, first))?.state).toBe('in-force')
  expect((await findProposal(tenant, second))?.state).toBe('overtaken')
  expect(await readOvertaken()).toEqual({ version: 2, number: 1 })
})

test('terms below the federation’s floor cannot be proposed, and a member of another co-op cannot vote', async () => {
  const [coOp, other] = [await createOpenCoOp('Amina'), await createOpenCoOp('Bruno')]
  const request = {
    member: { id: coOp.members[0]!, name: 'Amina' },
    title: 'Less',
    body: '',
    secret: false,
    at: monday,
  }
  for (const workersBp of [7900, 1000])
    expect(await raiseProposal(coOp.tenant, { ...request, amendment: split(workersBp) })).toEqual({
      ok: false,
      refusal: 'below-federation-split',
    })

  const proposal = await createProposal(other.tenant, other.members[0]!)
  expect(await castVote(coOp.tenant, proposal, coOp.members[0]!)).toEqual({
    ok: false,
    refusal: 'proposal-not-found',
  })
  expect(await castVote(other.tenant, proposal, coOp.members[0]!)).toEqual({
    ok: false,
    refusal: 'not-a-member-here',
  })
})

test('a member who is suspended while the vote is open can no longer vote', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const proposal = await createProposal(tenant, members[0]!)
  await owner`update members set state = 'suspended' where tenant_id = ${tenant.id} and id = ${members[1]!}`

  expect(await castVote(tenant, proposal, members[1]!)).toEqual({
    ok: false,
    refusal: 'member-suspended',
  })
})
