import type { MailCarrier } from './carrier.ts'

/** Sends nothing: with no carrier configured, the outbox itself is the mailbox, which a page shows. */
export const mailboxCarrier: MailCarrier = { kind: 'kept', send: async () => {} }
