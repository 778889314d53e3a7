import type { Amendment } from '#app/domains/charter/charter.ts'
import { proposalById, say } from '#app/domains/governance/proposals.server.ts'
import type { Choice } from '#app/domains/governance/tally.ts'
import { castBallot } from '#app/flows/cast-ballot.server.ts'
import { closeVoting } from '#app/flows/close-voting.server.ts'
import { openVoting } from '#app/flows/open-voting.server.ts'
import { raiseProposal } from '#app/flows/raise-proposal.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ProposalId } from '#app/kernel/ids.ts'
import { inTenant } from '#tenants/scope.server.ts'
import type { Living } from './living.ts'

const DAY = 24

/** What the members decided during the year, and what they are deciding now, by the flows they use. */
export function decideAsSeeded(living: Living) {
  const { coOp, now } = living
  const { passed, failed, lowered, open } = coOp.proposals
  return {
    passed: () =>
      decided(living, {
        words: passed,
        amendment: { clause: 'split', terms: { workersBp: 9500 } },
        at: now.subtract({ hours: 244 * DAY }),
        votes: ['yes', 'yes', 'yes', 'yes', 'abstain', 'yes'],
      }),
    failed: () =>
      decided(living, {
        words: failed,
        amendment: { clause: 'cancellation', terms: { freeHours: 48, keptBp: 5000 } },
        at: now.subtract({ hours: 120 * DAY }),
        votes: ['no', 'yes', 'no', 'no', 'yes', 'no'],
      }),
    lowered: () =>
      decided(living, {
        words: lowered,
        amendment: { clause: 'data', terms: { keepMonths: 36 } },
        at: now.subtract({ hours: 75 * DAY }),
        votes: ['yes', 'yes', 'no', 'yes', 'yes', 'yes'],
      }),
    open: async () => {
      const at = now.subtract({ hours: 11 * DAY })
      const id = await raised(living, {
        words: open,
        amendment: { clause: 'cancellation', terms: { freeHours: 24, keptBp: 6000 } },
        at,
        by: 2,
      })
      const first = at.add({ hours: 3 * DAY })
      await openVoting(living.tenant.id, id, first)
      const votes = ['yes', 'yes', 'yes', 'no', 'yes', 'abstain'] as const
      await vote(living, { id, at: first.add({ hours: 5 }), votes })
      await closeVoting(living.tenant.id, id, first.add({ hours: 4 * DAY }))
      await openVoting(living.tenant.id, id, first.add({ hours: 7 * DAY }))
      await vote(living, {
        id,
        at: now.subtract({ hours: 10 }),
        votes: ['later', 'later', 'yes', 'no', 'yes', 'later'],
      })
    },
  }
}

type Words = readonly [title: string, body: string]
type Past = {
  readonly words: Words
  readonly amendment: Amendment
  readonly at: Instant
  readonly votes: readonly (Choice | 'later')[]
}

/** A decision from its raising to its end: one reading, or two where it lowers a protection and the first passed. */
async function decided(living: Living, { words, amendment, at, votes }: Past): Promise<void> {
  const id = await raised(living, { words, amendment, at, by: 0 })
  for (const reading of [1, 2]) {
    const found = await inTenant(living.tenant.id, (db) => proposalById(db, id))
    if (found?.reading !== reading) continue
    const opens = found.opensAt
    await openVoting(living.tenant.id, id, opens)
    await vote(living, { id, at: opens.add({ hours: 5 }), votes })
    await closeVoting(living.tenant.id, id, opens.add({ hours: 60 }))
  }
}

async function raised(
  { tenant, members }: Living,
  { words, amendment, at, by }: Omit<Past, 'votes'> & { by: number },
): Promise<ProposalId> {
  const member = members[by]
  if (!member) throw new Error('Nobody proposes.')
  const [title, body] = words
  const outcome = await raiseProposal(tenant, { member, title, body, amendment, secret: false, at })
  if (!outcome.ok) throw new Error(`${tenant.slug}: ${outcome.refusal}`)
  const other = members[by + 1]
  const { id } = outcome.value
  if (other)
    await inTenant(tenant.id, (db) =>
      say(db, {
        proposal: id,
        member: other.id,
        body: body.split('. ').at(-1) ?? body,
        at: at.add({ hours: 3 }),
      }),
    )
  return id
}

async function vote(
  { tenant, members }: Living,
  { id, at, votes }: Pick<Past, 'at' | 'votes'> & { id: ProposalId },
): Promise<void> {
  const key = process.env['APP_SECRET'] ?? ''
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
