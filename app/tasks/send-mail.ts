import { settings } from '#app/config.ts'
import { sendMail } from '#app/flows/mail/send-mail.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { originOf } from '#app/paths.server.ts'
import type { Payload } from '#app/queue/payloads.ts'
import { gateways } from '#app/wiring.server.ts'

/** Sends one promised letter. */
export async function sendMailTask({ mail }: Payload<'send-mail'>): Promise<void> {
  const from = settings().MAIL_FROM
  await sendMail(gateways().mailCarrier, { originOf, from }, { mail, at: systemClock() })
}
