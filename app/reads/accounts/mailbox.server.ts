import { latestMails } from '#app/domains/mail/outbox.server.ts'
import { inFederation } from '#tenants/scope.server.ts'

/** How many of the latest letters are searched, and how many are shown. */
const SEARCHED = 200
const SHOWN = 40

/** Reads the latest rendered letters to an address that contains the text. */
export async function readMailbox(to: string) {
  const mails = await inFederation((db) => latestMails(db, SEARCHED), { readOnly: true })
  return mails
    .filter(({ toEmail, subject }) => subject && toEmail.includes(to))
    .slice(0, SHOWN)
    .map(({ id, toEmail, subject, body, promisedAt }) => ({
      id,
      to: toEmail,
      subject,
      body,
      at: promisedAt.toString(),
    }))
}
