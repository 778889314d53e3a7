import { settings } from '#app/config.ts'
import { sendMail } from '#app/flows/mail/send-mail.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { MailId } from '#app/kernel/ids.ts'
import { originOf } from '#app/paths.server.ts'
import { gateways } from '#app/wiring.server.ts'
import { idIn } from './payload.ts'

export async function sendMailTask(payload: unknown): Promise<void> {
  await sendMail(
    gateways().post,
    { originOf, from: settings().MAIL_FROM },
    { mail: idIn<MailId>(payload, 'mail'), at: systemClock() },
  )
}
