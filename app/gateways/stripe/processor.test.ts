import { createHmac, randomUUID } from 'node:crypto'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settings } from '#app/config.ts'
import { money } from '#app/kernel/money.ts'
import type { PaymentRequest, Processor } from '../processor.ts'
import { stripeProcessor } from './gateway.server.ts'
import { stripeSandbox } from './sandbox/sandbox.ts'

// The sandbox and Stripe itself pass the same tests. The tests run on Stripe when STRIPE_TEST_KEY and
// STRIPE_TEST_ACCOUNT are set. Tests that need a customer at the payment page run on the sandbox only.
const { STRIPE_TEST_KEY: real, STRIPE_TEST_ACCOUNT: realAccount } = settings()
const SECRET = 'whsec_contract'
const ACCEPTED = '4242424242424242'
const DECLINED = '4000000000000002'
const CHALLENGED = '4000002500003155'
let stop = () => {}
let processor: Processor
let unknownKey: Processor
let account: string

beforeAll(async () => {
  if (real) {
    processor = stripeProcessor({ key: real, webhookSecret: SECRET })
    unknownKey = stripeProcessor({ key: 'sk_test_nobody', webhookSecret: SECRET })
    account = realAccount ?? (await openAccount(randomUUID()))
    return
  }
  const holder: { sandbox?: ReturnType<typeof stripeSandbox> } = {}
  const fetch = (request: Request) => holder.sandbox?.app.fetch(request) ?? new Response(null)
  const port = await new Promise<number>((ready) => {
    const server = serve({ fetch, port: 0 }, ({ port: chosen }) => ready(chosen))
    stop = () => {
      holder.sandbox?.stop()
      server.close()
    }
  })
  holder.sandbox = stripeSandbox({
    file: null,
    payOrigin: `http://127.0.0.1:${port}`,
    delivery: { url: 'http://127.0.0.1:9/', secret: SECRET },
  })
  const sandbox = { host: '127.0.0.1', port }
  processor = stripeProcessor({ key: 'sk_test_contract', webhookSecret: SECRET, sandbox })
  unknownKey = stripeProcessor({ key: 'nonsense', webhookSecret: SECRET, sandbox })
  account = await openAccount(randomUUID())
})
afterAll(() => stop())

async function openAccount(idempotencyKey: string): Promise<string> {
  const request = { name: 'Contract', country: 'GB', email: 'contract@example.org', idempotencyKey }
  return (await processor.openAccount(request)).account
}

function payment(change: Partial<PaymentRequest> = {}): PaymentRequest {
  return {
    account,
    amount: money(6800n, 'GBP'),
    applicationFee: money(136n, 'GBP'),
    order: randomUUID(),
    description: 'Regular clean',
    customerEmail: 'helen@example.com',
    locale: 'en',
    returnUrl: 'https://brightwater.example/paid',
    cancelUrl: 'https://brightwater.example/cancel',
    idempotencyKey: randomUUID(),
    ...change,
  }
}

async function pay(payUrl: string, number: string): Promise<number> {
  const body = new URLSearchParams({ number, expiry: '12/34', cvc: '123' })
  return (await fetch(payUrl, { method: 'POST', body, redirect: 'manual' })).status
}

const answerChallenge = (payUrl: string, answer: string) =>
  fetch(`${payUrl}/confirm`, {
    method: 'POST',
    body: new URLSearchParams({ answer }),
    redirect: 'manual',
  }).then(({ status }) => status)

async function capture() {
  const { session, payUrl } = await processor.startPayment(payment())
  expect(await pay(payUrl, ACCEPTED)).toBe(303)
  const found = await processor.findPayment({ account, session })
  if (found.state !== 'captured') throw new Error(found.state)
  return { ...found, session, payUrl }
}

describe('accounts and pages', () => {
  it('the same key opens the same account, another key another', async () => {
    const key = randomUUID()
    const first = await openAccount(key)
    expect(first).toMatch(/^acct_/)
    expect(await openAccount(key)).toBe(first)
    expect(await openAccount(randomUUID())).not.toBe(first)
  })
  it('a page is open until somebody pays, and the same key gives the same page', async () => {
    const request = payment()
    const first = await processor.startPayment(request)
    expect(first.payUrl).toMatch(/^https?:\/\//)
    expect(await processor.startPayment(request)).toEqual(first)
    const found = await processor.findPayment({ account, session: first.session })
    expect(found).toEqual({ state: 'open' })
  })
  it('the same key with another amount is a conflict', async () => {
    const request = payment()
    await processor.startPayment(request)
    const other = { ...request, amount: money(6900n, 'GBP') }
    await expect(processor.startPayment(other)).rejects.toMatchObject({
      type: 'StripeIdempotencyError',
    })
  })
  it('a page that is closed stays closed, and closing it twice is no fault', async () => {
    const { session } = await processor.startPayment(payment())
    await processor.closePayment({ account, session })
    await processor.closePayment({ account, session })
    expect(await processor.findPayment({ account, session })).toEqual({ state: 'closed' })
  })
  it('refuses nothing, less than nothing, and a fee above the amount', async () => {
    const bad = [
      { amount: money(0n, 'GBP'), applicationFee: money(0n, 'GBP') },
      { amount: money(-5n, 'GBP'), applicationFee: money(0n, 'GBP') },
      { amount: money(100n, 'GBP'), applicationFee: money(101n, 'GBP') },
    ]
    for (const change of bad)
      await expect(processor.startPayment(payment(change))).rejects.toThrow()
  })
  it('one account never sees the page of another', async () => {
    const { session } = await processor.startPayment(payment())
    const other = await openAccount(randomUUID())
    await expect(processor.findPayment({ account: other, session })).rejects.toThrow()
  })
  it('a wrong key is told nothing', async () => {
    await expect(unknownKey.startPayment(payment())).rejects.toThrow()
  })
})

describe.skipIf(real)('a customer at the page (on Stripe only a browser can be one)', () => {
  it('pays: captured whole, with what the card cost', async () => {
    const { amount, card, ref } = await capture()
    expect(amount).toEqual(money(6800n, 'GBP'))
    expect(card).toEqual(money(129n, 'GBP'))
    expect(ref).toMatch(/^pi_/)
  })
  it('is declined: nothing captured, the page still open, a good card still taken', async () => {
    const { session, payUrl } = await processor.startPayment(payment())
    expect(await pay(payUrl, DECLINED)).toBe(422)
    expect(await processor.findPayment({ account, session })).toEqual({ state: 'open' })
    expect(await pay(payUrl, ACCEPTED)).toBe(303)
    expect((await processor.findPayment({ account, session })).state).toBe('captured')
  })
  it('is asked by the bank: no is nothing, yes is paid', async () => {
    const { session, payUrl } = await processor.startPayment(payment())
    expect(await pay(payUrl, CHALLENGED)).toBe(200)
    expect(await answerChallenge(payUrl, 'no')).toBe(422)
    expect(await processor.findPayment({ account, session })).toEqual({ state: 'open' })
    expect(await answerChallenge(payUrl, 'yes')).toBe(303)
    expect((await processor.findPayment({ account, session })).state).toBe('captured')
  })
  it('pays twice: the second time changes nothing', async () => {
    const { session, payUrl, ref } = await capture()
    await pay(payUrl, ACCEPTED)
    expect(await processor.findPayment({ account, session })).toMatchObject({ ref })
  })
  it('cannot pay on a page that was closed; closing one that is paid undoes nothing', async () => {
    const closed = await processor.startPayment(payment())
    await processor.closePayment({ account, session: closed.session })
    expect(await pay(closed.payUrl, ACCEPTED)).toBe(410)
    const { session } = await capture()
    await processor.closePayment({ account, session })
    expect((await processor.findPayment({ account, session })).state).toBe('captured')
  })
})

describe.skipIf(real)(
  'refunds (they need a payment, and on Stripe only a browser can make one)',
  () => {
    const refund = (ref: string, minor: bigint, idempotencyKey: string = randomUUID()) =>
      processor.refund({ account, ref, amount: money(minor, 'GBP'), idempotencyKey })

    it('in parts up to the whole, and not a penny more', async () => {
      const { ref } = await capture()
      await refund(ref, 3000n)
      await expect(refund(ref, 3801n)).rejects.toThrow('greater than unrefunded')
      await refund(ref, 3800n)
      await expect(refund(ref, 1n)).rejects.toThrow('greater than unrefunded')
    })
    it('the same key gives back once, and with another amount is a conflict', async () => {
      const { ref } = await capture()
      const key = randomUUID()
      const first = await refund(ref, 4000n, key)
      expect(await refund(ref, 4000n, key)).toEqual(first)
      await expect(refund(ref, 100n, key)).rejects.toMatchObject({ type: 'StripeIdempotencyError' })
      await refund(ref, 2800n)
    })
  },
)

describe('events', () => {
  const event = {
    id: 'evt_1',
    object: 'event',
    type: 'checkout.session.completed',
    account: 'acct_1',
    data: { object: { id: 'cs_1', object: 'checkout.session' } },
  }
  const body = JSON.stringify(event)
  const signature = (secret: string, age = 0, content = body) => {
    const t = Math.floor(Date.now() / 1000) - age
    return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${content}`).digest('hex')}`
  }
  it('signed by the processor are read', () => {
    expect(processor.readEvent(body, signature(SECRET))).toEqual({
      id: 'evt_1',
      type: 'checkout.session.completed',
      account: 'acct_1',
      session: 'cs_1',
    })
  })
  it.each([
    ['signed with another secret', () => processor.readEvent(body, signature('whsec_other'))],
    ['too old', () => processor.readEvent(body, signature(SECRET, 3600))],
    ['of the future', () => processor.readEvent(body, signature(SECRET, -3600))],
    [
      'changed on the way',
      () => processor.readEvent(body.replace('cs_1', 'cs_2'), signature(SECRET)),
    ],
    ['not signed', () => processor.readEvent(body, '')],
    ['not an event', () => processor.readEvent('{', signature(SECRET))],
  ])('%s are not', (_how, read) => expect(read()).toBeNull())

  const signed = (changed: object) => {
    const content = JSON.stringify({ ...event, ...changed })
    return processor.readEvent(content, signature(SECRET, 0, content))
  }
  it.each([
    { id: null },
    { id: 'evt_\u0000' },
    { id: `evt_${'1'.repeat(300)}` },
    { id: 12 },
    { type: null },
    { type: 'a'.repeat(200) },
    { account: 'acct_\u0000' },
    { account: { id: 'acct_1' } },
    { data: null },
    { data: { object: { id: null } } },
    { data: { object: { id: 'cs_\u0000' } } },
  ])('signed, and such as the processor never sends: %j', (changed) => {
    expect(signed(changed)).toBeNull()
  })
  it('of a platform itself, and of things that are no session, are read', () => {
    expect(signed({ account: undefined })).toMatchObject({ account: null, session: 'cs_1' })
    expect(signed({ type: 'account.updated', data: { object: { id: 'acct_1' } } })).toMatchObject({
      account: 'acct_1',
      session: null,
    })
  })
})
