import Stripe from 'stripe'
import { z } from 'zod'
import { systemClock } from '#app/kernel/clock.ts'
import { money } from '#app/kernel/money.ts'
import type { PaymentRequest, PaymentStatus, Processor, ProcessorEvent } from '../processor.ts'

/** Which Stripe we use: Stripe itself with a key, or our sandbox on this machine. */
export type StripeSettings = {
  readonly key: string
  readonly webhookSecret: string
  readonly sandbox?: { readonly host: string; readonly port: number }
}

/** Stripe as our processor. Each co-op is a connected account, and its sales are direct charges on that account. */
export function stripeProcessor({ key, webhookSecret, sandbox }: StripeSettings): Processor {
  const stripe = new Stripe(key, {
    maxNetworkRetries: 2,
    timeout: 20_000,
    ...(sandbox ? { ...sandbox, protocol: 'http' as const } : {}),
  })
  return {
    openAccount: async ({ name, country, email, idempotencyKey }) => {
      const account = await stripe.accounts.create(
        { type: 'standard', country, email, business_profile: { name } },
        { idempotencyKey },
      )
      return { account: account.id }
    },
    startPayment: (asked) => startPayment(stripe, asked),
    findPayment: ({ account, session }) => findPayment(stripe, account, session),
    closePayment: async ({ account, session }) => {
      const found = await stripe.checkout.sessions.retrieve(session, {}, { stripeAccount: account })
      if (found.status === 'open')
        await stripe.checkout.sessions.expire(session, {}, { stripeAccount: account })
    },
    refund: async ({ account, ref, amount, idempotencyKey }) => {
      const asked = {
        payment_intent: ref,
        amount: Number(amount.minor),
        refund_application_fee: true,
      }
      const refund = await stripe.refunds.create(asked, { stripeAccount: account, idempotencyKey })
      return { ref: refund.id }
    },
    readEvent: (body, signature) => readEvent(stripe, { body, signature, webhookSecret }),
  }
}

async function startPayment(stripe: Stripe, asked: PaymentRequest) {
  const { account: stripeAccount, idempotencyKey } = asked
  const session = await stripe.checkout.sessions.create(
    {
      mode: 'payment',
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: asked.amount.currency.toLowerCase(),
            unit_amount: Number(asked.amount.minor),
            product_data: { name: asked.description },
          },
        },
      ],
      payment_intent_data: {
        application_fee_amount: Number(asked.applicationFee.minor),
        metadata: { order: asked.order },
      },
      client_reference_id: asked.order,
      customer_email: asked.customerEmail,
      // Stripe's own page has no Arabic; `auto` then takes the language of the reader's browser.
      locale:
        asked.locale === 'ar' && !stripe.getApiField('host').startsWith('127.')
          ? 'auto'
          : (asked.locale as 'auto'),
      success_url: asked.returnUrl,
      cancel_url: asked.cancelUrl,
    },
    { stripeAccount, idempotencyKey },
  )
  return { session: session.id, payUrl: session.url ?? asked.cancelUrl }
}

async function findPayment(
  stripe: Stripe,
  stripeAccount: string,
  id: string,
): Promise<PaymentStatus> {
  const expand = ['payment_intent.latest_charge.balance_transaction']
  const session = await stripe.checkout.sessions.retrieve(id, { expand }, { stripeAccount })
  const intent = session.payment_intent
  if (session.payment_status !== 'paid' || !intent || typeof intent === 'string') {
    return { state: session.status === 'open' ? 'open' : 'closed' }
  }
  const currency = intent.currency.toUpperCase()
  return {
    state: 'captured',
    ref: intent.id,
    amount: money(BigInt(intent.amount_received), currency),
    card: money(BigInt(processingFee(intent)), currency),
  }
}

/** Returns the fee that Stripe keeps from a charge, without our own application fee. */
function processingFee(intent: Stripe.PaymentIntent): number {
  const charge = intent.latest_charge
  const transaction = charge && typeof charge !== 'string' ? charge.balance_transaction : null
  if (!transaction || typeof transaction === 'string') return 0
  return transaction.fee_details
    .filter(({ type }) => type === 'stripe_fee')
    .reduce((sum, { amount }) => sum + amount, 0)
}

type Posted = { readonly body: string; readonly signature: string; readonly webhookSecret: string }

/** How far the clock of an event's signature may be ahead of ours or behind it, in seconds. */
const TOLERANCE = 300

const eventShape = z.object({
  id: z.string().regex(/^evt_\w{1,250}$/),
  type: z.string().regex(/^[a-z][\w.]{1,99}$/),
  account: z
    .string()
    .regex(/^acct_\w{1,250}$/)
    .nullish(),
  data: z.object({ object: z.object({ id: z.unknown() }) }),
})
const sessionId = z.string().regex(/^cs_\w{1,250}$/)

/** Returns null for what Stripe did not sign, signed at another time, or would never send. */
function readEvent(
  stripe: Stripe,
  { body, signature, webhookSecret }: Posted,
): ProcessorEvent | null {
  try {
    const signed = stripe.webhooks.constructEvent(body, signature, webhookSecret, TOLERANCE)
    if (isOfFuture(signature)) return null
    const { id, type, account, data } = eventShape.parse(signed)
    const session = type.startsWith('checkout.session.') ? sessionId.parse(data.object.id) : null
    return { id, type, account: account ?? null, session }
  } catch {
    return null
  }
}

/** The library refuses signatures that are too old, and believes any of the future. */
function isOfFuture(signature: string): boolean {
  const signedAt = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(signature)?.[1])
  return !(signedAt * 1000 <= systemClock().epochMilliseconds + TOLERANCE * 1000)
}
