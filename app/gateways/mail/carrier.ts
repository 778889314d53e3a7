/** A letter as it is posted. */
export type Posting = {
  readonly to: string
  readonly from: string
  readonly subject: string
  readonly html: string
  readonly text: string
  /** The same key posts one letter, where the carrier can promise that. */
  readonly idempotencyKey: string
}

/** Who carries letters. `kept` is for a carrier that sends nothing and leaves them to be read in the mailbox page. */
export type MailCarrier = {
  readonly kind: 'resend' | 'smtp' | 'kept'
  readonly send: (posting: Posting) => Promise<void>
}
