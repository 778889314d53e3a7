import { sendMail } from '#app/flows/mail/send-mail.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { originOf } from '#app/paths.server.ts'
import type { Payload } from '#app/queue/payloads.ts'
import { gateways } from '#app/wiring.server.ts'

export async function sendMailTask({ mail }: Payload<'send-mail'>): Promise<void> {
  const from = process.env['MAIL_FROM'] ?? 'Twiza <hello@twiza.example>'
  await sendMail(gateways().post, { originOf, from }, { mail, at: systemClock() })
}
