/** A letter as a carrier receives it. */
export type OutgoingMail = {
  readonly to: string
  readonly from: string
  readonly subject: string
  readonly html: string
  readonly text: string
  /** A carrier that supports the key sends one letter for the same key. */
  readonly idempotencyKey: string
}

/** Sends letters. The carrier `mailbox` sends nothing; the mailbox page shows the letters instead. */
export type MailCarrier = {
  readonly kind: 'resend' | 'smtp' | 'mailbox'
  readonly send: (posting: OutgoingMail) => Promise<void>
}
