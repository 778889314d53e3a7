import type { Letter } from '#app/domains/mail/letters.ts'
import { promiseMail } from '#app/domains/mail/promise-mail.server.ts'
import type { MemberRow } from '#app/domains/members/members.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

type Recipient = Pick<MemberRow, 'email' | 'displayName' | 'locale'>

/** Promises the same letter to several members, to each in the member's language. */
export async function mailMembers(
  db: TenantDb,
  recipients: readonly Recipient[],
  letter: Letter & { readonly at: Instant },
): Promise<void> {
  for (const { email, displayName, locale } of recipients)
    await promiseMail(db, { ...letter, to: { email, name: displayName, locale } })
}
