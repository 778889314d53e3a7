import { desc, eq, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { MailId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { mails } from '#db/schema/mail.ts'
import type { FederationDb } from '#tenants/scope.server.ts'
import type { Rendered } from './render.ts'

export type Mail = typeof mails.$inferSelect

export async function mailById(db: FederationDb, id: MailId): Promise<Mail | undefined> {
  const [mail] = await db.select().from(mails).where(eq(mails.id, id))
  return mail
}

/** Saves a letter's text and language, so that a second attempt sends the same. */
export async function saveRendered(
  db: FederationDb,
  id: MailId,
  { subject, html, text, locale }: Rendered & { readonly locale: Locale },
): Promise<void> {
  await db
    .update(mails)
    .set({ subject, html, body: text, locale, attempts: sql`${mails.attempts} + 1` })
    .where(eq(mails.id, id))
}

export async function recordSent(db: FederationDb, id: MailId, at: Instant): Promise<void> {
  await db.update(mails).set({ sentAt: at, lastError: null }).where(eq(mails.id, id))
}

export async function recordUnsent(db: FederationDb, id: MailId, fault: string): Promise<void> {
  await db
    .update(mails)
    .set({ lastError: fault.slice(0, 300) })
    .where(eq(mails.id, id))
}

/** Returns the latest letters, for the mailbox page of a machine that sends none. */
export function latestMails(db: FederationDb, count: number): Promise<Mail[]> {
  return db.select().from(mails).orderBy(desc(mails.promisedAt), desc(mails.id)).limit(count)
}
