import type { Office } from '#db/schema/members.ts'

/** A member as far as rights go. */
export type Standing = {
  readonly state: 'active' | 'suspended' | 'left'
  readonly offices: readonly Office[]
}

/** Who may do something, as a sentence: pages ask before they show it, flows again in the transaction that does it. */
export type May = (standing: Standing) => boolean

const RIGHTS_REFUSALS = [
  'not-a-member-here',
  'member-suspended',
  'member-left',
  'not-allowed',
] as const

/** Why somebody may not, as the sentence they are told. */
export type RightsRefusal = (typeof RIGHTS_REFUSALS)[number]

/** Whether an act was refused because of who asked, and not because of what was asked. */
export function isRightsRefusal(refusal: string): refusal is RightsRefusal {
  return RIGHTS_REFUSALS.some((one) => one === refusal)
}

/** Says why somebody may not do something; nothing where they may. */
export function rightsRefusal(standing: Standing | undefined, may: May): RightsRefusal | undefined {
  if (!standing) return 'not-a-member-here'
  if (standing.state === 'suspended') return 'member-suspended'
  if (standing.state === 'left') return 'member-left'
  return may(standing) ? undefined : 'not-allowed'
}

const isActive: May = ({ state }) => state === 'active'

const holds =
  (...any: readonly Office[]): May =>
  (standing) =>
    isActive(standing) && standing.offices.some((office) => any.includes(office))

const isSteward = holds('steward')

/** Every active member works here: sees the office and its books. */
export const mayWorkHere = isActive

/** Every active member writes listings, prices them and hangs pictures on them. */
export const mayWriteListings = isActive

/** Every active member publishes a listing, withdraws it, and takes the samples away. */
export const mayPublishListings = isActive

/** Every active member does the jobs that are theirs, and hands one back. */
export const mayDoJobs = isActive

/** Every active member keeps their own hours, and the address of their own calendar. */
export const mayKeepOwnHours = isActive

/** A steward, who coordinates the work, keeps the hours of others too. */
export const mayKeepHoursOfOthers = isSteward

/** Every active member says of themselves what customers read. */
export const mayWriteOwnProfile = isActive

/** Every active member raises a proposal, and proposes to renew a decision. */
export const mayRaiseProposals = isActive

/** Every active member takes part in a discussion. */
export const mayDiscuss = isActive

/** Every active member votes, where they were a member when the vote opened. */
export const mayVote = isActive

/** Every founding member agrees to the charter for themselves. */
export const mayRatify = isActive

/** Every active member puts the first days' list away. */
export const mayDismissChecklist = isActive

/** A steward or the treasurer gives money back after the work was done. */
export const mayRefund = holds('steward', 'treasurer')

/** A steward invites new members, sees who was invited, and takes an invitation back. */
export const mayInvite = isSteward

/** A steward writes what the co-op says of itself, and chooses its colours and its logo. */
export const mayChangeBranding = isSteward

/** A steward opens a support door, refuses it, or shuts it. */
export const mayAnswerDoor = isSteward

/** A steward takes all that the co-op has along, and the list of its members. */
export const mayTakeExport = isSteward
