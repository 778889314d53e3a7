import { promiseMail } from '#app/domains/mail/promise-mail.server.ts'
import { membersById } from '#app/domains/members/members.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

type Letter = {
  readonly template: string
  readonly data: Record<string, string | number | null>
  readonly at: Instant
}

/** The same letter to several members, each in their own language. */
export async function mailTeam(
  db: TenantDb,
  team: readonly MemberId[],
  { template, data, at }: Letter,
): Promise<void> {
  for (const { email, displayName, locale } of await membersById(db, team)) {
    await promiseMail(db, { template, to: { email, name: displayName, locale }, data, at })
  }
}
