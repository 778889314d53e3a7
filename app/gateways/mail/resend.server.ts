import { Resend } from 'resend'
import type { MailCarrier } from './carrier.ts'

/** Letters by Resend's API. @throws Error with its message when it refuses one, so that the job tries again. */
export function resendCarrier(key: string, baseUrl?: string): MailCarrier {
  const resend = new Resend(key, baseUrl ? { baseUrl } : {})
  return {
    kind: 'resend',
    send: async ({ idempotencyKey, ...letter }) => {
      const { error } = await resend.emails.send(letter, { idempotencyKey })
      if (error) throw new Error(`Resend refused a letter: ${error.name}`)
    },
  }
}
