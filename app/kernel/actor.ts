import type { MemberId, PersonId } from './ids.ts'

/**
 * Who acts, as the logs name them: a member in their co-op, or a person at the federation. Nobody has an account at a
 * terminal, so the id is null there.
 */
export type Actor<Kind extends MemberId | PersonId | null> = {
  readonly id: Kind
  readonly name: string
}
