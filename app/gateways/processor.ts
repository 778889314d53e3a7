import type { Money } from '#app/kernel/money.ts'
import type { Locale } from '#app/kernel/locale.ts'

/** A card processor in our words. The ledger is ours; a processor is a plug. */
export type Processor = {
  /** Opens the account in which a co-op receives its own sales. The same key always gives the same account. */
  readonly openAccount: (asked: {
    readonly name: string
    readonly country: string
    readonly email: string
    readonly idempotencyKey: string
  }) => Promise<{ readonly account: string }>
  /** Prepares a page on which the customer pays, and says where it is. The same key always gives the same page. */
  readonly startPayment: (
    asked: PaymentAsked,
  ) => Promise<{ readonly session: string; readonly payUrl: string }>
  /** What has become of a payment: the processor's word, whatever events have or have not arrived. */
  readonly findPayment: (asked: {
    readonly account: string
    readonly session: string
  }) => Promise<PaymentFound>
  /** Makes a payment page useless, so that nobody pays for what is no longer to be had. Already paid: nothing happens. */
  readonly closePayment: (asked: {
    readonly account: string
    readonly session: string
  }) => Promise<void>
  /** Gives money back. The same key gives it back once. */
  readonly refund: (asked: {
    readonly account: string
    readonly ref: string
    readonly amount: Money
    readonly idempotencyKey: string
  }) => Promise<{ readonly ref: string }>
  /** Reads an event that was posted to us, or answers null when its signature is not the processor's. */
  readonly readEvent: (body: string, signature: string) => ProcessorEvent | null
}

export type PaymentAsked = {
  readonly account: string
  readonly amount: Money
  readonly applicationFee: Money
  readonly order: string
  readonly description: string
  readonly customerEmail: string
  readonly locale: Locale
  readonly returnUrl: string
  readonly cancelUrl: string
  readonly idempotencyKey: string
}

export type PaymentFound =
  | { readonly state: 'open' | 'closed' }
  | {
      readonly state: 'captured'
      readonly ref: string
      readonly amount: Money
      readonly card: Money
    }

/** News from the processor. Only a hint to look: what it says is asked for again, so order and repetition do not matter. */
export type ProcessorEvent = {
  readonly id: string
  readonly type: string
  readonly account: string | null
  /** The payment page it is about, when it is about one. */
  readonly session: string | null
}
