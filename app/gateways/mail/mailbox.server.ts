import type { MailCarrier } from './carrier.ts'

/** Sends nothing. Without a configured carrier, the outbox itself is the mailbox that a page shows. */
export const mailboxCarrier: MailCarrier = { kind: 'mailbox', send: async () => {} }
