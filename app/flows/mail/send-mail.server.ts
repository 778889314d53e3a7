import { personByEmail } from '#app/domains/accounts/people.server.ts'
import {
  saveRendered,
  mailById,
  recordSent,
  recordUnsent,
  type Mail,
} from '#app/domains/mail/outbox.server.ts'
import { renderMail, type Rendered, type Sender } from '#app/domains/mail/render.ts'
import type { MailCarrier } from '#app/gateways/mail/carrier.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MailId } from '#app/kernel/ids.ts'
import { tenantById } from '#tenants/directory.server.ts'
import { type FederationDb, inFederation } from '#tenants/scope.server.ts'

/** The origin of a co-op's site, or of the federation's for null, such as `http://localhost:3000`; and the sender's address. */
export type MailSettings = {
  readonly originOf: (slug: string | null) => string
  readonly from: string
}

/**
 * Renders a promised letter and sends it, in the language of the recipient's account, or else in the language that it
 * was promised in. A repeated attempt sends the same text. It does nothing if the letter was sent already.
 *
 * @throws what the carrier throws, after the failure was recorded, so that the queue tries again.
 */
export async function sendMail(
  carrier: MailCarrier,
  mailSettings: MailSettings,
  { mail: id, at }: { mail: MailId; at: Instant },
): Promise<void> {
  const pending = await inFederation(async (db) => {
    const mail = await mailById(db, id)
    if (!mail || mail.sentAt) return undefined
    const locale = (await personByEmail(db, mail.toEmail))?.locale ?? mail.locale
    const rendered = savedRendering(mail) ?? (await render(db, { ...mail, locale }, mailSettings))
    await saveRendered(db, id, { ...rendered, locale })
    return { mail, rendered }
  })
  if (!pending) return
  const { mail, rendered } = pending
  try {
    await carrier.send({
      to: mail.toEmail,
      from: mailSettings.from,
      ...rendered,
      idempotencyKey: id,
    })
  } catch (fault) {
    await inFederation((db) =>
      recordUnsent(db, id, fault instanceof Error ? fault.message : 'unknown'),
    )
    throw fault
  }
  await inFederation((db) => recordSent(db, id, at))
}

function savedRendering({ subject, html, body }: Mail): Rendered | undefined {
  return subject && html && body ? { subject, html, text: body } : undefined
}

async function render(db: FederationDb, mail: Mail, mailSettings: MailSettings): Promise<Rendered> {
  const { template, locale, toName: name } = mail
  const data = mail.data as Record<string, unknown>
  return renderMail({ template, locale, name, data }, await senderOf(db, mail, mailSettings))
}

async function senderOf(
  db: FederationDb,
  { tenantId }: Mail,
  { originOf }: MailSettings,
): Promise<Sender> {
  const tenant = tenantId && (await tenantById(db, tenantId))
  if (!tenant)
    return { name: 'Twiza', origin: originOf(null), colour: '#25358a', timeZone: 'Europe/London' }
  const { name, slug, colour, country, timeZone } = tenant
  return { name, origin: originOf(slug), colour, country, timeZone }
}
