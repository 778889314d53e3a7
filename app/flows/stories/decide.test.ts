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

type Vote = { readonly choice?: Choice; readonly at?: Instant }

const vote = (
  tenant: Tenant,
  proposal: ProposalId,
  member: MemberId,
  { choice = 'yes', at = monday }: Vote = {},
) => castBallot(tenant.id, { proposal, member, choice, key, at })

const get = (tenant: Tenant, proposal: ProposalId) =>
  inTenant(tenant.id, (db) => proposalById(db, proposal))

async function splitOf(tenant: Tenant, hours: number) {
  const placed = await placeOrder(tenant, buildOrderRequest(monday.add({ hours })))
  if (!placed.ok) throw new Error(placed.refusal)
  return inTenant(tenant.id, (db) => orderById(db, placed.value.id))
}

test('what passes takes effect by itself: the next order is priced by it, and the one before keeps its own', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const before = await splitOf(tenant, 50)
  const proposal = await createProposal(tenant, members[0]!)
  for (const member of members)
    expect(await vote(tenant, proposal, member)).toEqual({ ok: true, value: null })

  await closeVoting(tenant.id, proposal, monday)

  const after = await splitOf(tenant, 54)
  expect([after?.charterVersion, after?.split.workersBp]).toEqual([2, 9600])
  const kept = before && (await inTenant(tenant.id, (db) => orderById(db, before.id)))
  expect([kept?.charterVersion, kept?.split.workersBp]).toEqual([1, 9500])
  expect(await get(tenant, proposal)).toMatchObject({ state: 'in-force', inForceVersion: 2 })
})

test('a vote that is not over does not close, and one that is closes once, however many count it', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa', 'Grace')
  const proposal = await createProposal(tenant, members[0]!)
  await vote(tenant, proposal, members[0]!)
  await vote(tenant, proposal, members[1]!)

  await closeVoting(tenant.id, proposal, monday)
  expect((await get(tenant, proposal))?.state).toBe('voting')

  const over = monday.add({ hours: 73 })
  await Promise.all(Array.from({ length: 8 }, () => closeVoting(tenant.id, proposal, over)))
  expect(await get(tenant, proposal)).toMatchObject({
    state: 'in-force',
    tally: { yes: 2, no: 0, electorate: 3 },
  })
  const [versions] =
    await owner`select count(*)::int as count from charter_versions where tenant_id = ${tenant.id}`
  expect(versions?.['count']).toBe(2)
})

test('ballots in the same moment as the count are in it, or refused', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa', 'Grace', 'Ines')
  const proposal = await createProposal(tenant, members[0]!)
  const last = monday.add({ hours: 71 })

  const [, ...cast] = await Promise.all([
    closeVoting(tenant.id, proposal, monday.add({ hours: 73 })),
    ...members.map((member) => vote(tenant, proposal, member, { choice: 'yes', at: last })),
  ])

  const taken = cast.filter(({ ok }) => ok).length
  const found = await get(tenant, proposal)
  const [stored] =
    await owner`select count(*)::int as count from ballots where tenant_id = ${tenant.id}`
  expect(stored?.['count']).toBe(taken)
  expect(found?.tally).toMatchObject({ yes: taken })
  expect(await vote(tenant, proposal, members[0]!, { choice: 'no', at: last })).toEqual({
    ok: false,
    refusal: 'voting-closed',
  })
})

test('a secret ballot can be changed, names nobody, and afterwards follows from nothing', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const proposal = await createProposal(tenant, members[0]!, 9600, true)
  await vote(tenant, proposal, members[0]!, { choice: 'no' })
  await vote(tenant, proposal, members[0]!, { choice: 'yes' })
  const during =
    await owner`select id, member_id, cast_at, choice from ballots where tenant_id = ${tenant.id}`
  expect(during.map((row) => [row['member_id'], row['cast_at'], row['choice']])).toEqual([
    [null, null, 'yes'],
  ])

  await closeVoting(tenant.id, proposal, monday.add({ hours: 73 }))

  const after = await owner`select id from ballots where tenant_id = ${tenant.id}`
  expect(after).toHaveLength(1)
  expect(after[0]?.['id']).not.toBe(during[0]?.['id'])
})

test('lowering a protection takes days of discussion, a secret ballot, and more than half of all members', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa', 'Grace', 'Ines')
  const proposal = await createProposal(tenant, members[0]!, 9000)
  expect(await get(tenant, proposal)).toMatchObject({
    state: 'discussion',
    secret: true,
    majorityBp: 7500,
    overHalfOfMembers: true,
    direction: 'protective-down',
  })

  await openVoting(tenant.id, proposal, monday)
  expect((await get(tenant, proposal))?.state).toBe('discussion')
  const opened = monday.add({ hours: 72 })
  await openVoting(tenant.id, proposal, opened)
  expect(await get(tenant, proposal)).toMatchObject({
    state: 'voting',
    impact: { workersBp: 9000 },
  })
  for (const member of members.slice(0, 2))
    await vote(tenant, proposal, member, { choice: 'yes', at: opened })
  await closeVoting(tenant.id, proposal, opened.add({ hours: 73 }))
  expect((await get(tenant, proposal))?.state).toBe('failed')
})

test('two amendments of one clause: the second no longer says what it would replace, and is overtaken', async () => {
  const { tenant, members } = await createOpenCoOp('Amina')
  const [first, second] = [
    await createProposal(tenant, members[0]!, 9600),
    await createProposal(tenant, members[0]!, 9650),
  ]
  const overtaken = async () => (await readProposal(tenant, 2, null))?.overtaken
  expect(await overtaken()).toBeNull()
  await vote(tenant, first, members[0]!)
  await closeVoting(tenant.id, first, monday)
  // Before anybody votes on the second, they are told, and nobody's vote is wanted.
  expect(await overtaken()).toEqual({ version: 2, number: 1 })
  const [latest] = await readProposals(tenant, members[0]!)
  expect(latest).toMatchObject({ number: 2, state: 'voting', overtaken: true, mine: false })
  await vote(tenant, second, members[0]!)
  await closeVoting(tenant.id, second, monday)
  await takeEffect(tenant.id, second, monday)

  expect((await get(tenant, first))?.state).toBe('in-force')
  expect((await get(tenant, second))?.state).toBe('overtaken')
  expect(await overtaken()).toEqual({ version: 2, number: 1 })
})

test('what undercuts the federation cannot be proposed, and a stranger cannot vote', async () => {
  const [mine, theirs] = [await createOpenCoOp('Amina'), await createOpenCoOp('Bruno')]
  const asked = {
    member: { id: mine.members[0]!, name: 'Amina' },
    title: 'Less',
    body: '',
    secret: false,
    at: monday,
  }
  for (const workersBp of [7900, 1000])
    expect(await raiseProposal(mine.tenant, { ...asked, amendment: split(workersBp) })).toEqual({
      ok: false,
      refusal: 'below-federation-split',
    })

  const proposal = await createProposal(theirs.tenant, theirs.members[0]!)
  expect(await vote(mine.tenant, proposal, mine.members[0]!)).toEqual({
    ok: false,
    refusal: 'proposal-not-found',
  })
  expect(await vote(theirs.tenant, proposal, mine.members[0]!)).toEqual({
    ok: false,
    refusal: 'not-a-member-here',
  })
})

test('a member suspended while the vote is open votes no more', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const proposal = await createProposal(tenant, members[0]!)
  await owner`update members set state = 'suspended' where tenant_id = ${tenant.id} and id = ${members[1]!}`

  expect(await vote(tenant, proposal, members[1]!)).toEqual({
    ok: false,
    refusal: 'member-suspended',
  })
})
