import type { Office } from '#db/schema/members.ts'

/** What the rights of a member depend on. */
export type ActorStatus = {
  readonly state: 'active' | 'suspended' | 'left'
  readonly offices: readonly Office[]
}

/** A right. Pages ask it before they show something; flows ask it again in the transaction that does it. */
export type May = (actor: ActorStatus) => boolean

const RIGHTS_REFUSALS = [
  'not-a-member-here',
  'member-suspended',
  'member-left',
  'not-allowed',
] as const

/** The reason why a member may not act. Each has a sentence. */
export type RightsRefusal = (typeof RIGHTS_REFUSALS)[number]

/** Returns whether an act was refused because of its actor and not because of its content. */
export function isRightsRefusal(refusal: string): refusal is RightsRefusal {
  return RIGHTS_REFUSALS.some((known) => known === refusal)
}

/** Returns why a member may not do something; undefined when they may. */
export function rightsRefusal(actor: ActorStatus | undefined, may: May): RightsRefusal | undefined {
  if (!actor) return 'not-a-member-here'
  if (actor.state === 'suspended') return 'member-suspended'
  if (actor.state === 'left') return 'member-left'
  return may(actor) ? undefined : 'not-allowed'
}

const isActive: May = ({ state }) => state === 'active'

const holdsAny =
  (...allowed: readonly Office[]): May =>
  (actor) =>
    isActive(actor) && actor.offices.some((office) => allowed.includes(office))

const isSteward = holdsAny('steward')

/** Every active member sees the office and its books. */
export const mayWorkHere = isActive

/** Every active member writes listings, prices them and adds photos to them. */
export const mayWriteListings = isActive

/** Every active member publishes listings, withdraws them, and removes the samples. */
export const mayPublishListings = isActive

/** Every active member does their own jobs, and hands them back. */
export const mayDoJobs = isActive

/** Every active member edits their own hours, and the address of their own calendar. */
export const mayEditOwnHours = isActive

/** A steward, who coordinates the work, edits the hours of others too. */
export const mayEditHoursOfOthers = isSteward

/** Every active member writes their own profile, which customers read. */
export const mayWriteOwnProfile = isActive

/** Every active member raises proposals, and proposes to renew a decision. */
export const mayRaiseProposals = isActive

/** Every active member takes part in a discussion. */
export const mayDiscuss = isActive

/** Every active member votes who was a member when the vote opened. */
export const mayVote = isActive

/** Every founding member ratifies the charter for themselves. */
export const mayRatify = isActive

/** Every active member dismisses the first days' checklist. */
export const mayDismissChecklist = isActive

/** A steward or the treasurer refunds money after the work is done. */
export const mayRefund = holdsAny('steward', 'treasurer')

/** A steward invites new members, sees the invitations, and withdraws them. */
export const mayInvite = isSteward

/** A steward writes the storefront, and chooses the co-op's colours and logo. */
export const mayChangeBranding = isSteward

/** A steward opens a support door, refuses it, or closes it. */
export const mayAnswerDoor = isSteward

/** A steward exports all data of the co-op, and the list of its members. */
export const mayExport = isSteward
