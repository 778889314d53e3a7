import type { Amendment } from '#app/domains/charter/amendment.ts'
import { type Proposal, proposalById } from '#app/domains/decisions/proposals.server.ts'
import type { Choice } from '#app/domains/decisions/tally.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, ProposalId } from '#app/kernel/ids.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { castBallot } from '#app/flows/decisions/cast-ballot.server.ts'
import { closeVoting } from '#app/flows/decisions/close-voting.server.ts'
import { openVoting } from '#app/flows/decisions/open-voting.server.ts'
import { raiseProposal } from '#app/flows/decisions/raise-proposal.server.ts'
import { monday } from './co-op.ts'

export const key = 'a key of these tests'

type DecisionSetup = {
  readonly amendment: Amendment
  readonly secret?: boolean
  readonly at?: Instant
}

/** Raises a proposal. */
export async function createProposal(
  tenant: Tenant,
  author: MemberId,
  { amendment, secret = false, at = monday }: DecisionSetup,
): Promise<ProposalId> {
  const raised = await raiseProposal(tenant, {
    member: { id: author, name: 'Amina' },
    title: 'A change',
    body: '',
    amendment,
    secret,
    at,
  })
  if (!raised.ok) throw new Error(raised.refusal)
  return raised.value.id
}

/** Reads a proposal. @throws Error when there is none. */
export async function findProposal(tenant: Tenant, id: ProposalId): Promise<Proposal> {
  const found = await inTenant(tenant.id, (db) => proposalById(db, id))
  if (!found) throw new Error('There is no such proposal.')
  return found
}

/** Opens the next reading at its time, casts the same ballot for every member, and closes it. Returns the proposal. */
export async function holdReading(
  tenant: Tenant,
  id: ProposalId,
  members: readonly MemberId[],
  choice: Choice = 'yes',
): Promise<Proposal> {
  const { opensAt: at } = await findProposal(tenant, id)
  await openVoting(tenant.id, id, at)
  for (const member of members) {
    const cast = await castBallot(tenant.id, { proposal: id, member, choice, key, at })
    if (!cast.ok) throw new Error(cast.refusal)
  }
  await closeVoting(tenant.id, id, { at, key })
  return findProposal(tenant, id)
}

/** Raises a proposal and passes it with the votes of all members, in as many readings as it needs. */
export async function createDecision(
  tenant: Tenant,
  members: readonly MemberId[],
  setup: DecisionSetup,
): Promise<Proposal> {
  const [author] = members
  if (!author) throw new Error('Nobody proposes.')
  const id = await createProposal(tenant, author, setup)
  const first = await holdReading(tenant, id, members)
  return first.readings > 1 ? holdReading(tenant, id, members) : first
}
