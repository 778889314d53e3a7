import type { Letter } from '#app/domains/mail/letters.ts'
import { membersById } from '#app/domains/members/members.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { mailMembers } from './mail-members.server.ts'

/** Promises the same letter to the members of a job's team. */
export async function mailTeam(
  db: TenantDb,
  team: readonly MemberId[],
  letter: Letter & { readonly at: Instant },
): Promise<void> {
  await mailMembers(db, await membersById(db, team), letter)
}
