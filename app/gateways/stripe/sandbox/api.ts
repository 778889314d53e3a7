import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { readForm } from './form.ts'
import { type EventSender, seconds } from './deliver.ts'
import type { StoredObject, Store } from './store.ts'

type Form = Readonly<Record<string, string>>
type Answer = { readonly status: 200 | 400 | 404; readonly body: Record<string, unknown> }
type SandboxContext = {
  readonly store: Store
  readonly events: EventSender
  readonly payOrigin: string
}
/** One call to the sandbox: the account that it is for, and its form. */
type Call = SandboxContext & { readonly account: string; readonly form: Form; readonly id: string }

const newId = (prefix: string) =>
  `${prefix}_${crypto.randomUUID().replaceAll('-', '').slice(0, 24)}`

/**
 * The part of Stripe's API that we use: accounts, checkout sessions, payment intents and refunds. Errors have Stripe's
 * shape.
 */
export function stripeApi(context: SandboxContext): Hono {
  const api = new Hono()
  const on = (method: 'get' | 'post', path: string, handle: (call: Call) => Answer) =>
    api[method](path, async (c) => {
      const answer = await answerCall(c, context, handle)
      return c.json(answer.body, answer.status)
    })
  on('post', '/v1/accounts', openAccount)
  on('get', '/v1/accounts/:id', found('acct_'))
  on('post', '/v1/checkout/sessions', openSession)
  on('get', '/v1/checkout/sessions/:id', showSession)
  on('post', '/v1/checkout/sessions/:id/expire', expireSession)
  on('get', '/v1/payment_intents/:id', found('pi_'))
  on('post', '/v1/refunds', refund)
  on('get', '/v1/refunds/:id', found('re_'))
  return api
}

/**
 * Checks the API key. Gives a repeated idempotency key its first answer again, and refuses it when the call differs.
 */
async function answerCall(
  c: Context,
  context: SandboxContext,
  handle: (call: Call) => Answer,
): Promise<Answer> {
  if (!c.req.header('authorization')?.startsWith('Bearer sk_'))
    return error(400, 'Invalid API Key provided.', 'invalid_request_error')
  const body = await c.req.text()
  const call = {
    ...context,
    account: c.req.header('stripe-account') ?? '',
    form: readForm(body),
    id: c.req.param('id') ?? '',
  }
  const key = c.req.header('idempotency-key')
  if (!key || c.req.method !== 'POST') return handle(call)

  const hash = createHash('sha256').update(`${c.req.path}\n${body}`).digest('hex')
  const past = context.store.get(`idem_${call.account}_${key}`)
  if (past && past['hash'] !== hash) {
    return error(
      400,
      'Keys for idempotent requests can only be used with the same parameters they were first used with.',
      'idempotency_error',
    )
  }
  if (past) return past['answer'] as Answer
  const answer = handle(call)
  context.store.put({ id: `idem_${call.account}_${key}`, hash, answer })
  return answer
}

function openAccount({ store, form }: Call): Answer {
  const account = {
    id: newId('acct'),
    object: 'account',
    type: form['type'] ?? 'standard',
    country: form['country'] ?? 'GB',
    email: form['email'] ?? null,
    charges_enabled: true,
    payouts_enabled: true,
  }
  return ok(store.put(account))
}

function openSession({ store, form, account, payOrigin }: Call): Answer {
  if (!store.get(account)) return missing('account', account)
  const amount =
    Number(form['line_items[0][price_data][unit_amount]']) *
    Number(form['line_items[0][quantity]'] ?? 1)
  const fee = Number(form['payment_intent_data[application_fee_amount]'] ?? 0)
  if (!Number.isInteger(amount) || amount < 1)
    return error(400, 'Invalid positive integer', 'invalid_request_error')
  if (fee > amount)
    return error(400, 'The application fee cannot exceed the amount.', 'invalid_request_error')
  const id = newId('cs_test')
  const session = {
    id,
    object: 'checkout.session',
    account,
    mode: 'payment',
    status: 'open',
    payment_status: 'unpaid',
    amount_total: amount,
    application_fee: fee,
    currency: form['line_items[0][price_data][currency]'] ?? 'gbp',
    description: form['line_items[0][price_data][product_data][name]'] ?? '',
    client_reference_id: form['client_reference_id'] ?? null,
    customer_email: form['customer_email'] ?? null,
    locale: form['locale'] ?? 'en',
    success_url: form['success_url'] ?? '',
    cancel_url: form['cancel_url'] ?? '',
    payment_intent: null,
    url: `${payOrigin}/pay/${id}`,
    expires_at: seconds() + 86_400,
  }
  return ok(store.put(session))
}

function showSession({ store, id, account }: Call): Answer {
  const session = owned(store, { id, account, prefix: 'cs_test_' })
  if (!session) return missing('checkout.session', id)
  const intent = session['payment_intent'] ? store.get(String(session['payment_intent'])) : null
  return ok({ ...session, payment_intent: intent ?? null })
}

function expireSession({ store, events, id, account }: Call): Answer {
  const session = owned(store, { id, account, prefix: 'cs_test_' })
  if (!session) return missing('checkout.session', id)
  if (session['status'] !== 'open')
    return error(400, 'Only open sessions can be expired.', 'invalid_request_error')
  const expired = store.put({ ...session, status: 'expired', url: null })
  events.record('checkout.session.expired', account, expired)
  return ok(expired)
}

function refund({ store, events, form, account }: Call): Answer {
  const id = form['payment_intent'] ?? ''
  const intent = owned(store, { id, account, prefix: 'pi_' })
  if (!intent) return missing('payment_intent', id)
  const [paid, past] = [Number(intent['amount_received']), Number(intent['amount_refunded'] ?? 0)]
  const amount = Number(form['amount'] ?? paid - past)
  if (!Number.isInteger(amount) || amount < 1 || past + amount > paid) {
    return error(
      400,
      'Refund amount is greater than unrefunded amount on charge.',
      'invalid_request_error',
    )
  }
  store.put({ ...intent, amount_refunded: past + amount })
  const stored = store.put({
    id: newId('re'),
    object: 'refund',
    account,
    amount,
    currency: intent['currency'],
    payment_intent: id,
    status: 'succeeded',
  })
  events.record('refund.created', account, stored)
  return ok(stored)
}

function found(prefix: string): (call: Call) => Answer {
  return ({ store, id, account }) => {
    const stored = prefix === 'acct_' ? store.get(id) : owned(store, { id, account, prefix })
    return stored ? ok(stored) : missing(prefix, id)
  }
}

/** Returns an object of this account. An account never sees the objects of another. */
function owned(
  store: Store,
  { id, account, prefix }: { id: string; account: string; prefix: string },
): StoredObject | undefined {
  const stored = id.startsWith(prefix) ? store.get(id) : undefined
  return stored?.['account'] === account ? stored : undefined
}

function ok(body: Record<string, unknown>): Answer {
  return { status: 200, body }
}

function missing(kind: string, id: string): Answer {
  return error(404, `No such ${kind}: '${id}'`, 'invalid_request_error')
}

function error(status: 400 | 404, message: string, type: string): Answer {
  return {
    status,
    body: { error: { message, type, ...(status === 404 ? { code: 'resource_missing' } : {}) } },
  }
}
