import { createTransport } from 'nodemailer'
import type { MailCarrier } from './carrier.ts'

/**
 * Sends letters by any mail server: `smtp://user:password@host:587`. The key becomes the message's id, so that
 * receivers recognise a repeat.
 */
export function smtpCarrier(url: string): MailCarrier {
  const transport = createTransport(url)
  return {
    kind: 'smtp',
    send: async ({ idempotencyKey, ...letter }) => {
      await transport.sendMail({ ...letter, messageId: `<${idempotencyKey}@twiza>` })
    },
  }
}
