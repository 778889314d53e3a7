import type { Instant } from '#app/kernel/clock.ts'
import { type MailId, newId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import { mails } from '#db/schema/mail.ts'
import type { FederationDb, TenantDb } from '#tenants/scope.server.ts'
import type { Letter } from './letters.ts'

/** A letter with its data, its recipient and the recipient's language. */
export type PromisedLetter = Letter & {
  readonly to: { readonly email: string; readonly name: string; readonly locale: Locale }
  readonly at: Instant
}

/**
 * Writes a letter to the outbox in the caller's transaction, with the task that sends it, and returns its id. The act
 * and its letter happen together or not at all.
 */
export async function promiseMail(
  db: TenantDb | FederationDb,
  letter: PromisedLetter,
): Promise<MailId> {
  const id = newId<MailId>()
  await db.insert(mails).values({
    id,
    tenantId: db.tenant,
    template: letter.template,
    toEmail: letter.to.email,
    toName: letter.to.name,
    locale: letter.to.locale,
    data: letter.data,
    promisedAt: letter.at,
  })
  await promiseTask(db, { task: 'send-mail', payload: { mail: id } }, { key: `mail:${id}` })
  return id
}
