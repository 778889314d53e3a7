import type { Office } from '#db/schema/members.ts'

/** A member as far as rights go. */
export type Standing = {
  readonly state: 'active' | 'suspended' | 'left'
  readonly offices: readonly Office[]
}

/** Who may do something, as a sentence: pages ask before they show it, flows again in the transaction that does it. */
export type May = (standing: Standing) => boolean

/** Every active member works here: sees the office, keeps their own hours, writes offers, raises and votes. */
export const mayWorkHere: May = ({ state }) => state === 'active'

const isSteward: May = (standing) => mayWorkHere(standing) && standing.offices.includes('steward')

/** A steward invites new members, sees who was invited, and takes an invitation back. */
export const mayInvite = isSteward

/** A steward writes what the co-op says of itself, and chooses its colours and its logo. */
export const mayChangeBranding = isSteward

/** A steward opens a support door, refuses it, or shuts it. */
export const mayAnswerDoor = isSteward

/** A steward takes all that the co-op has along, and the list of its members. */
export const mayTakeExport = isSteward
