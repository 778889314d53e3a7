import { owner } from '#db/testing/database.ts'
import { expect, test } from 'vitest'
import type { MemberId, ProposalId } from '#app/kernel/ids.ts'
import { ownChoice } from '#app/domains/decisions/ballots.server.ts'
import type { Choice } from '#app/domains/decisions/tally.ts'
import { castBallot } from '#app/flows/decisions/cast-ballot.server.ts'
import { closeVoting } from '#app/flows/decisions/close-voting.server.ts'
import { raiseProposal } from '#app/flows/decisions/raise-proposal.server.ts'
import { createOpenCoOp, monday } from '#app/flows/testing/co-op.ts'
import { runChecks } from '#db/run-checks.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'

const key = 'a key that is not in the database'
const CHOICES: readonly Choice[] = ['yes', 'no', 'abstain', 'yes', 'no']

type SecretVote = {
  readonly tenant: Tenant
  readonly members: readonly MemberId[]
  readonly id: ProposalId
}

/** Opens a secret vote in which every member but the last one votes, and one of them twice. */
async function openSecretVote(): Promise<SecretVote> {
  const names = ['Amina', 'Rosa', 'Grace', 'Helen', 'Tess', 'Marta'] as const
  const { tenant, members } = await createOpenCoOp(...names)
  const raised = await raiseProposal(tenant, {
    member: { id: members[0]!, name: 'Amina' },
    title: 'More',
    body: '',
    amendment: { clause: 'split', terms: { workersBp: 9600 } },
    secret: true,
    at: monday,
  })
  if (!raised.ok) throw new Error(raised.refusal)
  const { id } = raised.value
  for (const [index, choice] of CHOICES.entries())
    await cast({ tenant, members, id }, index, choice)
  await cast({ tenant, members, id }, 1, 'yes')
  return { tenant, members, id }
}

async function cast({ tenant, members, id }: SecretVote, index: number, choice: Choice) {
  const at = monday.add({ minutes: index })
  const done = await castBallot(tenant.id, {
    proposal: id,
    member: members[index]!,
    choice,
    key,
    at,
  })
  expect(done.ok).toBe(true)
}

/** Returns the rows of every table that were written by the same transactions as an elector's, with their tables. */
async function rowsBesideElectors(id: ProposalId): Promise<string[]> {
  const tables = await owner`select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'app', 'graphile_worker')`
  const found: string[] = []
  for (const { name } of tables)
    found.push(
      ...(
        await owner.unsafe(
          `select row_to_json(r)::text as row from ${name} r
         where r.xmin in (select xmin from electors where proposal_id = '${id}' and voted_at is not null)`,
        )
      ).map(({ row }) => `${name} ${row}`),
    )
  return found
}

test('while a secret vote is open, whoever reads the whole database learns no choice', async () => {
  const vote = await openSecretVote()
  const [written] =
    await owner`select count(*)::int as count from ballots where proposal_id = ${vote.id}`
  expect(written?.['count']).toBe(0)
  const electors = await owner`select encrypted from electors
    where proposal_id = ${vote.id} and voted_at is not null`
  const texts = electors.map(({ encrypted }) => String(encrypted))
  expect(texts).toHaveLength(5)
  expect(new Set(texts).size).toBe(5)
  expect(new Set(texts.map(({ length }) => length)).size).toBe(1)
  const beside = await rowsBesideElectors(vote.id)
  expect(beside.filter((row) => row.startsWith('public.electors'))).toHaveLength(5)
  expect(beside.filter((row) => !row.startsWith('public.electors'))).toEqual([])
  expect(beside.join('\n')).not.toMatch(/"(?:yes|no|abstain)"/)
})

test('a member sees their own choice, and the text of one elector is no ballot of another', async () => {
  const { tenant, members, id } = await openSecretVote()
  const choiceOf = (index: number, withKey = key) =>
    inTenant(tenant.id, (db) =>
      ownChoice(db, { proposal: id, reading: 1, member: members[index]!, key: withKey }),
    )
  expect(await choiceOf(0)).toBe('yes')
  expect(await choiceOf(1)).toBe('yes')
  expect(await choiceOf(4)).toBe('no')
  expect(await choiceOf(5)).toBeUndefined()
  await expect(choiceOf(0, 'another key')).rejects.toThrow()
  await owner`update electors e set encrypted = other.encrypted from electors other
    where e.proposal_id = ${id} and other.proposal_id = ${id}
      and e.member_id = ${members[0]!} and other.member_id = ${members[4]!}`
  await expect(choiceOf(0)).rejects.toThrow()
})

test('when a secret vote closes, nothing joins a ballot to a name: no column, moment, place, order or transaction', async () => {
  const { tenant, members, id } = await openSecretVote()
  await closeVoting(tenant.id, id, { at: monday.add({ hours: 73 }), key })
  const ballots = await owner`select id, choice, member_id, cast_at, xmin::text, ctid::text
    from ballots where proposal_id = ${id} order by ctid`
  expect(ballots.map(({ choice }) => choice).toSorted()).toEqual([
    'abstain',
    'no',
    'yes',
    'yes',
    'yes',
  ])
  expect(ballots.filter((row) => row['member_id'] !== null || row['cast_at'] !== null)).toEqual([])
  expect(new Set(ballots.map(({ xmin }) => xmin)).size).toBe(1)
  const ids = ballots.map((row) => String(row['id']))
  expect(ids.toSorted()).toEqual(ids)
  const electors = await owner`select encrypted, xmin::text from electors where proposal_id = ${id}`
  expect(electors).toHaveLength(members.length)
  expect(electors.filter(({ encrypted }) => encrypted !== null)).toEqual([])
  expect(new Set(electors.map(({ xmin }) => xmin)).size).toBe(1)
  const checks = await runChecks(owner)
  expect(checks.filter(({ faults }) => faults.length > 0)).toEqual([])
})

test('the places and ids of ballots say nothing of the order in which they were cast', async () => {
  const firsts = new Set<string>()
  for (let vote = 0; vote < 12 && firsts.size < 2; vote += 1) {
    const { tenant, id } = await openSecretVote()
    await closeVoting(tenant.id, id, { at: monday.add({ hours: 73 }), key })
    const rows = await owner`select choice from ballots where proposal_id = ${id} order by ctid`
    firsts.add(rows.map(({ choice }) => choice).join(' '))
  }
  expect(firsts.size).toBe(2)
})
