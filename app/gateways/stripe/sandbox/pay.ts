import type { EventSender } from './deliver.ts'
import type { StoredObject, Store } from './store.ts'

/** What a customer typed on the payment page. */
export type Card = { readonly number: string; readonly expiry: string; readonly cvc: string }

export type CardFault = 'number' | 'expiry' | 'cvc' | 'declined'

/** The result of an attempt: paid, a fault to show beside a field, or a challenge by the card's bank first. */
export type Attempt =
  | { readonly paid: true }
  | { readonly paid: false; readonly fault: CardFault }
  | { readonly paid: false; readonly ask: true }

const DECLINED = '4000000000000002'
const CHALLENGED = '4000002500003155'

/** The sandbox's card fee: 1.9 % of the amount, half rounded up, as in one of Stripe's simpler price lists. */
function cardFee(amount: number): number {
  return Math.floor((amount * 190 + 5000) / 10_000)
}

/** Tries a card for an open session. Only test cards work here; the number of a card decides the result. */
export function tryCard({ number, expiry, cvc }: Card, now: Date): Attempt {
  const digits = number.replaceAll(/[\s-]/g, '')
  if (!/^\d{12,19}$/.test(digits) || !luhn(digits)) return { paid: false, fault: 'number' }
  if (!inFuture(expiry, now)) return { paid: false, fault: 'expiry' }
  if (!/^\d{3,4}$/.test(cvc)) return { paid: false, fault: 'cvc' }
  if (digits === DECLINED) return { paid: false, fault: 'declined' }
  return digits === CHALLENGED ? { paid: false, ask: true } : { paid: true }
}

/**
 * Captures the payment: makes an intent with its charge and fee, completes the session, and records their events. A
 * second call changes nothing.
 */
export function capture(store: Store, events: EventSender, session: StoredObject): void {
  if (session['status'] !== 'open') return
  const amount = Number(session['amount_total'])
  const account = String(session['account'])
  const id = `pi_${String(session['id']).slice(8)}`
  const transaction = {
    id: id.replace('pi_', 'txn_'),
    object: 'balance_transaction',
    fee: cardFee(amount) + Number(session['application_fee']),
    fee_details: [
      { type: 'stripe_fee', amount: cardFee(amount), currency: session['currency'] },
      {
        type: 'application_fee',
        amount: Number(session['application_fee']),
        currency: session['currency'],
      },
    ],
  }
  const charge = {
    id: id.replace('pi_', 'ch_'),
    object: 'charge',
    amount,
    paid: true,
    balance_transaction: transaction,
  }
  const intent = store.put({
    id,
    object: 'payment_intent',
    account,
    amount,
    amount_received: amount,
    currency: session['currency'],
    status: 'succeeded',
    latest_charge: charge,
  })
  const complete = store.put({
    ...session,
    status: 'complete',
    payment_status: 'paid',
    payment_intent: id,
  })
  events.record('payment_intent.succeeded', account, intent)
  events.record('checkout.session.completed', account, complete)
}

function luhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

function inFuture(expiry: string, now: Date): boolean {
  const [, month, year] = /^\s*(\d{1,2})\s*\/\s*(\d{2}|\d{4})\s*$/.exec(expiry) ?? []
  const [m, y] = [Number(month), Number(year?.slice(-2)) + 2000]
  return m >= 1 && m <= 12 && new Date(y, m, 1) > now
}
