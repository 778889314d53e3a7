import { needed } from '#app/config.ts'
import type { Amendment } from '#app/domains/charter/amendment.ts'
import { proposalById, writeComment } from '#app/domains/decisions/proposals.server.ts'
import type { Choice } from '#app/domains/decisions/tally.ts'
import { castBallot } from '#app/flows/decisions/cast-ballot.server.ts'
import { closeVoting } from '#app/flows/decisions/close-voting.server.ts'
import { openVoting } from '#app/flows/decisions/open-voting.server.ts'
import { raiseProposal } from '#app/flows/decisions/raise-proposal.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ProposalId } from '#app/kernel/ids.ts'
import { inTenant } from '#tenants/scope.server.ts'
import type { Living } from './living.ts'

const DAY = 24

/** An event at its moment; it may return the event that follows. */
export type Step = { readonly at: Instant; readonly happen: () => Promise<Step | undefined> }

/** Returns the decisions of the past year and the open one, made through the flows that members use. */
export function decisionsOf(living: Living): Step[] {
  const { coOp, now } = living
  const { passed, failed, lowered, open } = coOp.proposals
  return [
    decided(living, {
      words: passed,
      amendment: { clause: 'split', terms: { workersBp: 9500 } },
      at: now.subtract({ hours: 244 * DAY }),
      votes: [['yes', 'yes', 'yes', 'yes', 'abstain', 'yes']],
    }),
    decided(living, {
      words: failed,
      amendment: { clause: 'cancellation', terms: { freeHours: 48, keptBp: 5000 } },
      at: now.subtract({ hours: 120 * DAY }),
      votes: [['no', 'yes', 'no', 'no', 'yes', 'no']],
    }),
    decided(living, {
      words: lowered,
      amendment: { clause: 'data', terms: { keepMonths: 36 } },
      at: now.subtract({ hours: 75 * DAY }),
      votes: [
        ['yes', 'yes', 'no', 'yes', 'yes', 'yes'],
        ['yes', 'yes', 'no', 'yes', 'yes', 'yes'],
      ],
    }),
    {
      at: now.subtract({ hours: 11 * DAY }),
      happen: async () => void (await readOnce(living, open)),
    },
  ]
}

/** Makes the open decision: its first reading passed, and its second one is open. */
async function readOnce(living: Living, words: Words): Promise<void> {
  const at = living.now.subtract({ hours: 11 * DAY })
  const id = await raised(living, {
    words,
    amendment: { clause: 'cancellation', terms: { freeHours: 24, keptBp: 6000 } },
    at,
    by: 2,
  })
  const first = at.add({ hours: 3 * DAY })
  await openVoting(living.tenant.id, id, first)
  const votes = ['yes', 'yes', 'yes', 'no', 'yes', 'abstain'] as const
  await vote(living, { id, at: first.add({ hours: 5 }), votes })
  await closeVoting(living.tenant.id, id, {
    at: first.add({ hours: 4 * DAY }),
    key: needed('APP_SECRET'),
  })
  await openVoting(living.tenant.id, id, first.add({ hours: 7 * DAY }))
  await vote(living, {
    id,
    at: living.now.subtract({ hours: 10 }),
    votes: ['later', 'later', 'yes', 'no', 'yes', 'later'],
  })
}

type Words = readonly [title: string, body: string, answer: string]
type Past = {
  readonly words: Words
  readonly amendment: Amendment
  readonly at: Instant
  /** The votes of each reading; there are two readings where a protection is lowered. */
  readonly votes: readonly (readonly (Choice | 'later')[])[]
}

/** Returns the event that raises a proposal. Each of its readings follows when it closes. */
function decided(living: Living, { words, amendment, at, votes }: Past): Step {
  return {
    at,
    happen: async () => {
      const id = await raised(living, { words, amendment, at, by: 0 })
      return reading(living, id, votes)
    },
  }
}

async function reading(
  living: Living,
  id: ProposalId,
  [votes, ...further]: Past['votes'],
): Promise<Step | undefined> {
  if (!votes) return undefined
  const found = await inTenant(living.tenant.id, (db) => proposalById(db, id))
  if (!found) throw new Error('A proposal that is gone.')
  const opens = found.opensAt
  const closes = opens.add({ hours: 60 })
  return {
    at: closes,
    happen: async () => {
      await openVoting(living.tenant.id, id, opens)
      await vote(living, { id, at: opens.add({ hours: 5 }), votes })
      await closeVoting(living.tenant.id, id, { at: closes, key: needed('APP_SECRET') })
      return reading(living, id, further)
    },
  }
}

async function raised(
  { tenant, members }: Living,
  { words, amendment, at, by }: Omit<Past, 'votes'> & { by: number },
): Promise<ProposalId> {
  const member = members[by]
  if (!member) throw new Error('Nobody proposes.')
  const [title, body, answer] = words
  const outcome = await raiseProposal(tenant, { member, title, body, amendment, secret: false, at })
  if (!outcome.ok) throw new Error(`${tenant.slug}: ${outcome.refusal}`)
  const other = members[by + 1]
  const { id } = outcome.value
  if (other)
    await inTenant(tenant.id, (db) =>
      writeComment(db, {
        proposal: id,
        member: other.id,
        body: answer,
        at: at.add({ hours: 3 }),
      }),
    )
  return id
}

async function vote(
  { tenant, members }: Living,
  {
    id,
    at,
    votes,
  }: { readonly id: ProposalId; readonly at: Instant; readonly votes: Past['votes'][number] },
): Promise<void> {
  const key = needed('APP_SECRET')
  for (const [index, { id: member }] of members.entries()) {
    const choice = votes[index]
    if (!choice || choice === 'later') continue
    const cast = await castBallot(tenant.id, {
      proposal: id,
      member,
      choice,
      key,
      at: at.add({ minutes: index * 7 }),
    })
    if (!cast.ok) throw new Error(`${tenant.slug}: ${cast.refusal}`)
  }
}
