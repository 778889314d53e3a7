import type { Letter } from '#app/domains/mail/letters.ts'
import { promiseMail } from '#app/domains/mail/promise-mail.server.ts'
import type { MemberRow } from '#app/domains/members/members.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

type Reader = Pick<MemberRow, 'email' | 'displayName' | 'locale'>

/** The same letter to several members, each in their own language. */
export async function mailMembers(
  db: TenantDb,
  readers: readonly Reader[],
  letter: Letter & { readonly at: Instant },
): Promise<void> {
  for (const { email, displayName, locale } of readers)
    await promiseMail(db, { ...letter, to: { email, name: displayName, locale } })
}
