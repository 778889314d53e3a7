import type { MemberId, PersonId } from './ids.ts'

/**
 * The person who acts, as the logs name them: a member in their co-op, or a person at the federation. At a terminal
 * nobody has an account, so the id is null.
 */
export type Actor<Kind extends MemberId | PersonId | null> = {
  readonly id: Kind
  readonly name: string
}
