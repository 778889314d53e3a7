import { Resend } from 'resend'
import type { MailCarrier } from './carrier.ts'

/** Sends letters by Resend's API. @throws Error with the name of Resend's error, so that the task runs again. */
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
