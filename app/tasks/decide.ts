import { closeVoting } from '#app/flows/decisions/close-voting.server.ts'
import { expireDecision, remindOfSunset } from '#app/flows/decisions/expire-decision.server.ts'
import { openVoting } from '#app/flows/decisions/open-voting.server.ts'
import { takeEffect } from '#app/flows/decisions/take-effect.server.ts'
import { type Instant, systemClock } from '#app/kernel/clock.ts'
import type { ProposalId, TenantId } from '#app/kernel/ids.ts'
import type { Payload } from '#app/queue/payloads.ts'

type Step = (tenant: TenantId, proposal: ProposalId, at: Instant) => Promise<void>

/** The moments of a decision that come by themselves. */
const timed =
  (step: Step) =>
  ({ tenant, proposal }: Payload<'open-voting'>) =>
    step(tenant, proposal, systemClock())

export const openVotingTask = timed(openVoting)
export const closeVotingTask = timed(closeVoting)
export const takeEffectTask = timed(takeEffect)
export const expireDecisionTask = timed(expireDecision)
export const remindOfSunsetTask = timed(remindOfSunset)
