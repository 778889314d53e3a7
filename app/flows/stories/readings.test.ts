import { owner } from '#db/testing/database.ts'
import { expect, test } from 'vitest'
import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { ballotsAsCsv, readBallotFile, recount } from '#app/domains/decisions/ballot-file.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { refused } from '#app/kernel/outcome.ts'
import { readBallots } from '#app/reads/decisions/ballots.server.ts'
import { readProposal } from '#app/reads/decisions/proposal-page.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { castBallot } from '#app/flows/decisions/cast-ballot.server.ts'
import { closeVoting } from '#app/flows/decisions/close-voting.server.ts'
import { expireDecision, remindOfSunset } from '#app/flows/decisions/expire-decision.server.ts'
import { openVoting } from '#app/flows/decisions/open-voting.server.ts'
import { renewDecision } from '#app/flows/decisions/renew-decision.server.ts'
import { takeEffect } from '#app/flows/decisions/take-effect.server.ts'
import { changeTerms } from '#app/flows/federation/change-terms.server.ts'
import { createOpenCoOp, createPerson, monday } from '#app/flows/testing/co-op.ts'
import {
  createDecision,
  createProposal,
  holdReading,
  key,
  findProposal,
} from '#app/flows/testing/decision.ts'

const split = (workersBp: number) => ({ clause: 'split' as const, terms: { workersBp } })
const lowered = { amendment: split(9000) }

const readInForce = async (tenant: Tenant) => {
  const { version, charter } = await inTenant(tenant.id, (db) => charterInForce(db))
  return [version, charter.split.workersBp]
}

const countLetters = async (tenant: Tenant, template: string) => {
  const [row] =
    await owner`select count(*)::int as count from mails where tenant_id = ${tenant.id} and template = ${template}`
  return row?.['count']
}

const readRunAt = async (task: string, id: string) => {
  const [row] = await owner`select j.run_at from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = ${task} and j.payload->>'proposal' = ${id}`
  return (row?.['run_at'] as Date | undefined)?.toISOString()
}

const renew = (
  tenant: Tenant,
  { id }: { id: Parameters<typeof findProposal>[1] },
  member: MemberId,
  at = monday.add({ hours: 1000 }),
) => renewDecision(tenant, { proposal: id, member: { id: member, name: 'Amina' }, at })

test('a passed first reading changes nothing, its result is saved, and the second one opens three days later', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa', 'Grace')
  const id = await createProposal(tenant, members[0]!, lowered)
  expect((await findProposal(tenant, id)).impact).toMatchObject({ of: 'split', workersBp: 9000 })

  const afterFirst = await holdReading(tenant, id, members)

  expect(afterFirst).toMatchObject({ state: 'discussion', reading: 2, tally: null, closedAt: null })
  expect(await readInForce(tenant)).toEqual([1, 9500])
  expect(await readRunAt('open-voting', id)).toBe(
    afterFirst.opensAt.toString().replace('Z', '.000Z'),
  )
  const hours = (afterFirst.opensAt.epochMilliseconds - monday.epochMilliseconds) / 3_600_000
  expect(hours).toBe(144)
  expect(await readProposal(tenant, 1, null)).toMatchObject({
    past: [{ reading: 1, tally: { yes: 3, electorate: 3, passed: true } }],
    votes: null,
  })
  await openVoting(tenant.id, id, afterFirst.opensAt.subtract({ hours: 1 }))
  expect((await findProposal(tenant, id)).state).toBe('discussion')
  expect(await countLetters(tenant, 'first-reading-passed')).toBe(3)
})

test('the second reading has its own electors and ballots, and the proposal passes only with both', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa', 'Grace')
  const id = await createProposal(tenant, members[0]!, lowered)
  const { opensAt } = await holdReading(tenant, id, members)
  await owner`update members set state = 'left' where tenant_id = ${tenant.id} and id = ${members[2]!}`
  await Promise.all(Array.from({ length: 6 }, () => openVoting(tenant.id, id, opensAt)))

  const page = await readProposal(tenant, 1, { member: members[0]!, key })
  expect(page).toMatchObject({ electorate: 2, voted: 0, choice: null, state: 'voting' })
  for (const choice of ['no', 'yes', 'no'] as const)
    await castBallot(tenant.id, { proposal: id, member: members[0]!, choice, key, at: opensAt })
  await castBallot(tenant.id, {
    proposal: id,
    member: members[1]!,
    choice: 'yes',
    key,
    at: opensAt,
  })
  const refusedBallot = await castBallot(tenant.id, {
    proposal: id,
    member: members[2]!,
    choice: 'yes',
    key,
    at: opensAt,
  })
  expect(refusedBallot).toEqual({ ok: false, refusal: 'member-left' })
  await Promise.all(
    Array.from({ length: 6 }, () => closeVoting(tenant.id, id, { at: opensAt, key })),
  )

  const decided = await findProposal(tenant, id)
  expect(decided).toMatchObject({ state: 'failed', tally: { yes: 1, no: 1, electorate: 2 } })
  expect(await readInForce(tenant)).toEqual([1, 9500])
  const ballots =
    await owner`select reading, count(*)::int as count from ballots where tenant_id = ${tenant.id} group by reading order by reading`
  expect(ballots.map((row) => [row['reading'], row['count']])).toEqual([
    [1, 3],
    [2, 2],
  ])
})

test('simultaneous tasks that close a first reading save it once', async () => {
  const { tenant, members } = await createOpenCoOp('Amina')
  const id = await createProposal(tenant, members[0]!, lowered)
  const { opensAt: at } = await findProposal(tenant, id)
  await openVoting(tenant.id, id, at)
  await castBallot(tenant.id, { proposal: id, member: members[0]!, choice: 'yes', key, at })

  await Promise.all(Array.from({ length: 8 }, () => closeVoting(tenant.id, id, { at, key })))

  const [saved] =
    await owner`select count(*)::int as count from readings where tenant_id = ${tenant.id}`
  expect(saved?.['count']).toBe(1)
  expect(await countLetters(tenant, 'first-reading-passed')).toBe(1)
  await expect(
    owner`update readings set tally = '{}' where tenant_id = ${tenant.id}`,
  ).rejects.toThrow(/append-only/)
})

test('at its sunset a lowered protection is reverted once, however many tasks run', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const { id, sunsetAt, revertsTo } = await createDecision(tenant, members, lowered)
  expect(await readInForce(tenant)).toEqual([2, 9000])
  expect(revertsTo).toEqual({ workersBp: 9500 })
  expect(await readRunAt('expire-decision', id)).toBe(sunsetAt?.toString().replace('Z', '.000Z'))

  await expireDecision(tenant.id, id, sunsetAt!.subtract({ hours: 1 }))
  expect(await readInForce(tenant)).toEqual([2, 9000])
  await Promise.all(Array.from({ length: 8 }, () => expireDecision(tenant.id, id, sunsetAt!)))

  expect(await readInForce(tenant)).toEqual([3, 9500])
  expect((await findProposal(tenant, id)).state).toBe('lapsed')
  const [version] =
    await owner`select reason from charter_versions where tenant_id = ${tenant.id} and version = 3`
  expect(version?.['reason']).toBe('sunset')
  expect(await countLetters(tenant, 'charter-reverted')).toBe(2)
  const activities =
    await owner`select act from activities where tenant_id = ${tenant.id} and act = 'charter-reverted'`
  expect(activities).toHaveLength(1)
})

test('a renewal needs the same votes, replaces the sunset, and reverts to the terms before the first decision', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const first = await createDecision(tenant, members, lowered)
  const attempts = await Promise.all(members.map((member) => renew(tenant, first, member)))
  expect(attempts.map((attempt) => (attempt.ok ? 'raised' : attempt.refusal)).toSorted()).toEqual([
    'raised',
    'renewal-under-way',
  ])
  const raised = attempts.find((attempt) => attempt.ok)
  const id = raised!.ok ? raised!.value.id : first.id
  expect(await findProposal(tenant, id)).toMatchObject({
    title: 'Renew: A change',
    direction: 'protective-down',
    secret: true,
    readings: 2,
    overHalfOfMembers: true,
    impact: { of: 'split', workersBp: 9500 },
  })
  await holdReading(tenant, id, members)
  const renewal = await holdReading(tenant, id, members)
  expect(renewal).toMatchObject({ state: 'in-force', revertsTo: { workersBp: 9500 } })
  expect(renewal.sunsetAt!.epochMilliseconds).toBeGreaterThan(first.sunsetAt!.epochMilliseconds)

  await expireDecision(tenant.id, first.id, first.sunsetAt!)
  expect(await readInForce(tenant)).toEqual([3, 9000])
  expect(await renew(tenant, first, members[0]!)).toEqual(refused('nothing-to-renew'))
  await expireDecision(tenant.id, id, renewal.sunsetAt!)
  expect(await readInForce(tenant)).toEqual([4, 9500])
})

test('a renewal in discussion does not postpone the sunset, and is then overtaken', async () => {
  const { tenant, members } = await createOpenCoOp('Amina')
  const first = await createDecision(tenant, members, lowered)
  const closeToSunset = first.sunsetAt!.subtract({ hours: 100 })
  const raised = await renew(tenant, first, members[0]!, closeToSunset)
  if (!raised.ok) throw new Error(raised.refusal)

  await expireDecision(tenant.id, first.id, first.sunsetAt!)
  expect(await readInForce(tenant)).toEqual([3, 9500])
  await holdReading(tenant, raised.value.id, members)
  expect(await holdReading(tenant, raised.value.id, members)).toMatchObject({ state: 'overtaken' })
  expect(await readInForce(tenant)).toEqual([3, 9500])
})

test('a passed renewal postpones the sunset, also when both are due at the same time', async () => {
  const { tenant, members } = await createOpenCoOp('Amina')
  const first = await createDecision(tenant, members, lowered)
  const raised = await renew(tenant, first, members[0]!, first.sunsetAt!.subtract({ hours: 200 }))
  if (!raised.ok) throw new Error(raised.refusal)
  const { id } = raised.value
  await holdReading(tenant, id, members)
  const sunset = first.sunsetAt!
  await owner`update proposals set state = 'cooling-off', effective_at = ${sunset.toString()} where tenant_id = ${tenant.id} and id = ${id}`

  await expireDecision(tenant.id, first.id, sunset)
  expect(await readInForce(tenant)).toEqual([2, 9000])
  const simultaneous = [
    takeEffect(tenant.id, id, sunset),
    expireDecision(tenant.id, first.id, sunset),
  ]
  await Promise.all(simultaneous)
  expect(await readInForce(tenant)).toEqual([3, 9000])
  expect(await findProposal(tenant, first.id)).toMatchObject({ state: 'in-force', followedBy: id })
})

test('a vote that takes back a part of a lowering does not end its sunset, which reverts all of it', async () => {
  const { tenant, members } = await createOpenCoOp('Amina')
  const first = await createDecision(tenant, members, lowered)
  const at = monday.add({ hours: 2000 })
  await createDecision(tenant, members, { amendment: split(9100), at })
  expect(await readInForce(tenant)).toEqual([3, 9100])

  await expireDecision(tenant.id, first.id, first.sunsetAt!)
  expect(await readInForce(tenant)).toEqual([4, 9500])
})

test('terms that were raised above the old protection stay when the lowering expires', async () => {
  const { tenant, members } = await createOpenCoOp('Amina')
  const first = await createDecision(tenant, members, lowered)
  await createDecision(tenant, members, { amendment: split(9600), at: monday.add({ hours: 2000 }) })

  await expireDecision(tenant.id, first.id, first.sunsetAt!)
  expect(await readInForce(tenant)).toEqual([3, 9600])
  expect((await findProposal(tenant, first.id)).state).toBe('lapsed')
  expect(await countLetters(tenant, 'charter-reverted')).toBe(0)
})

test('members are reminded of a sunset once', async () => {
  const { tenant, members } = await createOpenCoOp('Amina')
  const { id, sunsetAt } = await createDecision(tenant, members, lowered)
  const at = sunsetAt!.subtract({ hours: 1440 })
  await Promise.all(Array.from({ length: 4 }, () => remindOfSunset(tenant.id, id, at)))
  expect(await countLetters(tenant, 'sunset-near')).toBe(1)
})

test('terms below what the federation has agreed on since cannot be renewed', async () => {
  const { tenant, members } = await createOpenCoOp('Amina')
  const decision = await createDecision(tenant, members, lowered)
  const by = await createPerson('Nadia')
  const at = monday.add({ hours: 24 * 365 * 60 })
  await owner`update proposals set sunset_at = ${at.add({ hours: 1 }).toString()} where tenant_id = ${tenant.id} and id = ${decision.id}`
  const terms = { feeBp: 100, workersFloorBp: 9200, hourlyFloors: { GBP: 1221 }, reason: 'Agreed' }
  expect((await changeTerms({ ...terms, from: at }, { by, at })).ok).toBe(true)
  expect(await renew(tenant, decision, members[0]!, at)).toEqual(refused('renewal-out-of-bounds'))
})

test('a co-op can neither renew another co-op’s decision nor read its ballots', async () => {
  const [coOp, other] = [await createOpenCoOp('Amina'), await createOpenCoOp('Bruno')]
  const decision = await createDecision(other.tenant, other.members, lowered)
  expect(await renew(coOp.tenant, decision, coOp.members[0]!)).toEqual(
    refused('proposal-not-found'),
  )
  expect(await readBallots(coOp.tenant, 1, null)).toBeUndefined()
})

test('the ballots of each closed reading can be exported and counted again, and those of an open one cannot', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa', 'Grace')
  const id = await createProposal(tenant, members[0]!, lowered)
  const { opensAt: at } = await findProposal(tenant, id)
  await openVoting(tenant.id, id, at)
  await castBallot(tenant.id, { proposal: id, member: members[0]!, choice: 'yes', key, at })
  expect(await readBallots(tenant, 1, null)).toBeUndefined()
  for (const member of members.slice(1))
    await castBallot(tenant.id, { proposal: id, member, choice: 'yes', key, at })
  await closeVoting(tenant.id, id, { at, key })
  expect(await readBallots(tenant, 1, null)).toBeUndefined()
  expect((await readBallots(tenant, 1, 1))?.ballots).toHaveLength(3)

  await holdReading(tenant, id, members)
  for (const reading of [1, 2, null]) {
    const file = await readBallots(tenant, 1, reading)
    const text = ballotsAsCsv(file!)
    for (const member of members) expect(text).not.toContain(member)
    expect(recount(readBallotFile(text))).toMatchObject({
      agrees: true,
      tally: { yes: 3, passed: true },
    })
  }
})
