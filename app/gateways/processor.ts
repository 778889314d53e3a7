import type { Money } from '#app/kernel/money.ts'
import type { Locale } from '#app/kernel/locale.ts'

/** A card processor, in our terms. The ledger is ours, so a processor can be replaced. */
export type Processor = {
  /** Opens the account that receives a co-op's sales. The same key always gives the same account. */
  readonly openAccount: (asked: {
    readonly name: string
    readonly country: string
    readonly email: string
    readonly idempotencyKey: string
  }) => Promise<{ readonly account: string }>
  /**
   * Opens a page on which the customer pays, and returns its session and address. The same key always gives the same
   * page.
   */
  readonly startPayment: (
    asked: PaymentRequest,
  ) => Promise<{ readonly session: string; readonly payUrl: string }>
  /** Asks the processor for the state of a payment. The answer does not depend on which events arrived. */
  readonly findPayment: (asked: {
    readonly account: string
    readonly session: string
  }) => Promise<PaymentStatus>
  /**
   * Closes a payment page, so that nobody pays for something that is no longer available. It does nothing when the
   * page is paid.
   */
  readonly closePayment: (asked: {
    readonly account: string
    readonly session: string
  }) => Promise<void>
  /** Refunds money. The same key refunds it once. */
  readonly refund: (asked: {
    readonly account: string
    readonly ref: string
    readonly amount: Money
    readonly idempotencyKey: string
  }) => Promise<{ readonly ref: string }>
  /** Reads an event that was posted to us. Returns null when its signature is not the processor's. */
  readonly readEvent: (body: string, signature: string) => ProcessorEvent | null
}

export type PaymentRequest = {
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

export type PaymentStatus =
  | { readonly state: 'open' | 'closed' }
  | {
      readonly state: 'captured'
      readonly ref: string
      readonly amount: Money
      readonly card: Money
    }

/**
 * An event from the processor. We only use it as a hint and ask for the payment's state again, so order and repetition
 * do not matter.
 */
export type ProcessorEvent = {
  readonly id: string
  readonly type: string
  readonly account: string | null
  /** The session of the payment page that the event is about, if it is about one. */
  readonly session: string | null
}
