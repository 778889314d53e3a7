import { owner } from '#db/testing/database.ts'
import { expect, test } from 'vitest'
import type { MemberId } from '#app/kernel/ids.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { proposalById } from '#app/domains/decisions/proposals.server.ts'
import { castBallot } from '#app/flows/decisions/cast-ballot.server.ts'
import { closeVoting } from '#app/flows/decisions/close-voting.server.ts'
import { openVoting } from '#app/flows/decisions/open-voting.server.ts'
import { raiseProposal } from '#app/flows/decisions/raise-proposal.server.ts'
import { createOpenCoOp, monday as at } from '#app/flows/testing/co-op.ts'

const key = 'a key of these tests'

function raiseSplit(tenant: Tenant, member: MemberId, workersBp: number) {
  return raiseProposal(tenant, {
    member: { id: member, name: 'Amina' },
    title: 'More',
    body: '',
    amendment: { clause: 'split', terms: { workersBp } },
    secret: false,
    at,
  })
}

/** Reads every letter about a decision so far, as `name: template`. */
async function findLetters(tenant: Tenant): Promise<string[]> {
  const rows = await owner<{ name: string; template: string }[]>`
    select to_name as name, template from mails
    where tenant_id = ${tenant.id} and data ->> 'title' = 'More'`
  return rows.map(({ name, template }) => `${name}: ${template}`).toSorted()
}

test('a proposal without a discussion is one letter to the other members, and none to its author', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa', 'Grace')
  const raised = await raiseSplit(tenant, members[0]!, 9600)
  expect(raised.ok).toBe(true)
  expect(await findLetters(tenant)).toEqual(['Grace: proposal-open', 'Rosa: proposal-open'])
})

test('an amendment that passes and takes effect at once is one letter to each member', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const raised = await raiseSplit(tenant, members[0]!, 9600)
  if (!raised.ok) throw new Error(raised.refusal)
  const proposal = raised.value.id
  for (const member of members)
    await castBallot(tenant.id, { proposal, member, choice: 'yes', key, at })
  await closeVoting(tenant.id, proposal, { at, key })
  expect((await findLetters(tenant)).filter((one) => !one.includes('proposal-open'))).toEqual([
    'Amina: passed-in-force',
    'Rosa: passed-in-force',
  ])
})

test('the opening of a vote after a discussion is a letter to every member, also to the author', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const raised = await raiseSplit(tenant, members[0]!, 9000)
  if (!raised.ok) throw new Error(raised.refusal)
  expect(await findLetters(tenant)).toEqual(['Rosa: proposal-raised'])
  const proposal = await inTenant(tenant.id, (db) => proposalById(db, raised.value.id))
  await openVoting(tenant.id, raised.value.id, proposal?.opensAt ?? at)
  expect(await findLetters(tenant)).toEqual([
    'Amina: voting-open',
    'Rosa: proposal-raised',
    'Rosa: voting-open',
  ])
})
