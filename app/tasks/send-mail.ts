import { sendMail } from '#app/flows/mail/send-mail.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { MailId } from '#app/kernel/ids.ts'
import { originOf } from '#app/paths.server.ts'
import { gateways } from '#app/wiring.server.ts'
import { idIn } from './payload.ts'

export async function sendMailTask(payload: unknown): Promise<void> {
  const from = process.env['MAIL_FROM'] ?? 'Twiza <hello@twiza.example>'
  await sendMail(
    gateways().post,
    { originOf, from },
    { mail: idIn<MailId>(payload, 'mail'), at: systemClock() },
  )
}
