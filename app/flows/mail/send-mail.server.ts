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

/** How the sites are reached from outside: `http`, `localhost`, `:3000`. */
export type Street = { readonly originOf: (slug: string | null) => string; readonly from: string }

/**
 * Writes a promised letter and posts it: in the language its reader chose for their account, else in the one it was
 * promised in. Tried again it is word for word the same. Posted already: nothing happens.
 */
export async function sendMail(
  post: MailCarrier,
  street: Street,
  { mail: id, at }: { mail: MailId; at: Instant },
): Promise<void> {
  const found = await inFederation(async (db) => {
    const mail = await mailById(db, id)
    if (!mail || mail.sentAt) return undefined
    const locale = (await personByEmail(db, mail.toEmail))?.locale ?? mail.locale
    const rendered = writtenBefore(mail) ?? (await written(db, { ...mail, locale }, street))
    await saveRendered(db, id, { ...rendered, locale })
    return { mail, rendered }
  })
  if (!found) return
  const { mail, rendered } = found
  try {
    await post.send({ to: mail.toEmail, from: street.from, ...rendered, idempotencyKey: id })
  } catch (fault) {
    await inFederation((db) =>
      recordUnsent(db, id, fault instanceof Error ? fault.message : 'unknown'),
    )
    throw fault
  }
  await inFederation((db) => recordSent(db, id, at))
}

function writtenBefore({ subject, html, body }: Mail): Rendered | undefined {
  return subject && html && body ? { subject, html, text: body } : undefined
}

async function written(db: FederationDb, mail: Mail, street: Street): Promise<Rendered> {
  const { template, locale, toName: name } = mail
  const data = mail.data as Record<string, unknown>
  return renderMail({ template, locale, name, data }, await senderOf(db, mail, street))
}

async function senderOf(
  db: FederationDb,
  { tenantId }: Mail,
  { originOf }: Street,
): Promise<Sender> {
  const tenant = tenantId && (await tenantById(db, tenantId))
  if (!tenant)
    return { name: 'Twiza', origin: originOf(null), colour: '#25358a', timeZone: 'Europe/London' }
  const { name, slug, colour, country, timeZone } = tenant
  return { name, origin: originOf(slug), colour, country, timeZone }
}
