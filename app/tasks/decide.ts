import { needed } from '#app/config.ts'
import { closeVoting } from '#app/flows/decisions/close-voting.server.ts'
import { expireDecision, remindOfSunset } from '#app/flows/decisions/expire-decision.server.ts'
import { openVoting } from '#app/flows/decisions/open-voting.server.ts'
import { takeEffect } from '#app/flows/decisions/take-effect.server.ts'
import { type Instant, systemClock } from '#app/kernel/clock.ts'
import type { ProposalId, TenantId } from '#app/kernel/ids.ts'
import type { Payload } from '#app/queue/payloads.ts'

type Step = (tenant: TenantId, proposal: ProposalId, at: Instant) => Promise<void>

/** Makes the task of a step that a decision takes at a set time. */
const handlerOf =
  (step: Step) =>
  ({ tenant, proposal }: Payload<'open-voting'>) =>
    step(tenant, proposal, systemClock())

export const openVotingTask = handlerOf(openVoting)
export const closeVotingTask = handlerOf((tenant, proposal, at) =>
  closeVoting(tenant, proposal, { at, key: needed('APP_SECRET') }),
)
export const takeEffectTask = handlerOf(takeEffect)
export const expireDecisionTask = handlerOf(expireDecision)
export const remindOfSunsetTask = handlerOf(remindOfSunset)
