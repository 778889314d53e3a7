import { createHmac, randomUUID } from 'node:crypto'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settings } from '#app/config.ts'
import { money } from '#app/kernel/money.ts'
import type { PaymentAsked, Processor } from '../processor.ts'
import { stripeProcessor } from './gateway.server.ts'
import { stripeSandbox } from './sandbox/sandbox.ts'

// The same contract for the twin and for Stripe itself: with STRIPE_TEST_KEY and STRIPE_TEST_ACCOUNT set,
// it is Stripe that is asked. What needs a customer at the payment page can be driven on the twin alone.
const { STRIPE_TEST_KEY: real, STRIPE_TEST_ACCOUNT: realAccount } = settings()
const SECRET = 'whsec_contract'
const GOOD = '4242424242424242'
const DECLINED = '4000000000000002'
const ASKS = '4000002500003155'
let stop = () => {}
let processor: Processor
let stranger: Processor
let account: string

beforeAll(async () => {
  if (real) {
    processor = stripeProcessor({ key: real, webhookSecret: SECRET })
    stranger = stripeProcessor({ key: 'sk_test_nobody', webhookSecret: SECRET })
    account = realAccount ?? (await opened(randomUUID()))
    return
  }
  const holder: { twin?: ReturnType<typeof stripeSandbox> } = {}
  const fetch = (request: Request) => holder.twin?.app.fetch(request) ?? new Response(null)
  const port = await new Promise<number>((ready) => {
    const server = serve({ fetch, port: 0 }, ({ port: chosen }) => ready(chosen))
    stop = () => {
      holder.twin?.stop()
      server.close()
    }
  })
  holder.twin = stripeSandbox({
    file: null,
    payOrigin: `http://127.0.0.1:${port}`,
    delivery: { url: 'http://127.0.0.1:9/', secret: SECRET },
  })
  const twin = { host: '127.0.0.1', port }
  processor = stripeProcessor({ key: 'sk_test_contract', webhookSecret: SECRET, twin })
  stranger = stripeProcessor({ key: 'nonsense', webhookSecret: SECRET, twin })
  account = await opened(randomUUID())
})
afterAll(() => stop())

async function opened(idempotencyKey: string): Promise<string> {
  const asked = { name: 'Contract', country: 'GB', email: 'contract@example.org', idempotencyKey }
  return (await processor.openAccount(asked)).account
}

function payment(change: Partial<PaymentAsked> = {}): PaymentAsked {
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

async function paying(payUrl: string, number: string): Promise<number> {
  const body = new URLSearchParams({ number, expiry: '12/34', cvc: '123' })
  return (await fetch(payUrl, { method: 'POST', body, redirect: 'manual' })).status
}

const answering = (payUrl: string, answer: string) =>
  fetch(`${payUrl}/confirm`, {
    method: 'POST',
    body: new URLSearchParams({ answer }),
    redirect: 'manual',
  }).then(({ status }) => status)

async function captured() {
  const { session, payUrl } = await processor.startPayment(payment())
  expect(await paying(payUrl, GOOD)).toBe(303)
  const found = await processor.findPayment({ account, session })
  if (found.state !== 'captured') throw new Error(found.state)
  return { ...found, session, payUrl }
}

describe('accounts and pages', () => {
  it('the same key opens the same account, another key another', async () => {
    const key = randomUUID()
    const first = await opened(key)
    expect(first).toMatch(/^acct_/)
    expect(await opened(key)).toBe(first)
    expect(await opened(randomUUID())).not.toBe(first)
  })
  it('a page is open until somebody pays, and the same key gives the same page', async () => {
    const asked = payment()
    const first = await processor.startPayment(asked)
    expect(first.payUrl).toMatch(/^https?:\/\//)
    expect(await processor.startPayment(asked)).toEqual(first)
    const found = await processor.findPayment({ account, session: first.session })
    expect(found).toEqual({ state: 'open' })
  })
  it('the same key with another amount is a conflict', async () => {
    const asked = payment()
    await processor.startPayment(asked)
    const other = { ...asked, amount: money(6900n, 'GBP') }
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
    const other = await opened(randomUUID())
    await expect(processor.findPayment({ account: other, session })).rejects.toThrow()
  })
  it('a wrong key is told nothing', async () => {
    await expect(stranger.startPayment(payment())).rejects.toThrow()
  })
})

describe.skipIf(real)('a customer at the page (on Stripe only a browser can be one)', () => {
  it('pays: captured whole, with what the card cost', async () => {
    const { amount, card, ref } = await captured()
    expect(amount).toEqual(money(6800n, 'GBP'))
    expect(card).toEqual(money(129n, 'GBP'))
    expect(ref).toMatch(/^pi_/)
  })
  it('is declined: nothing captured, the page still open, a good card still taken', async () => {
    const { session, payUrl } = await processor.startPayment(payment())
    expect(await paying(payUrl, DECLINED)).toBe(422)
    expect(await processor.findPayment({ account, session })).toEqual({ state: 'open' })
    expect(await paying(payUrl, GOOD)).toBe(303)
    expect((await processor.findPayment({ account, session })).state).toBe('captured')
  })
  it('is asked by the bank: no is nothing, yes is paid', async () => {
    const { session, payUrl } = await processor.startPayment(payment())
    expect(await paying(payUrl, ASKS)).toBe(200)
    expect(await answering(payUrl, 'no')).toBe(422)
    expect(await processor.findPayment({ account, session })).toEqual({ state: 'open' })
    expect(await answering(payUrl, 'yes')).toBe(303)
    expect((await processor.findPayment({ account, session })).state).toBe('captured')
  })
  it('pays twice: the second time changes nothing', async () => {
    const { session, payUrl, ref } = await captured()
    await paying(payUrl, GOOD)
    expect(await processor.findPayment({ account, session })).toMatchObject({ ref })
  })
  it('cannot pay on a page that was closed; closing one that is paid undoes nothing', async () => {
    const shut = await processor.startPayment(payment())
    await processor.closePayment({ account, session: shut.session })
    expect(await paying(shut.payUrl, GOOD)).toBe(410)
    const { session } = await captured()
    await processor.closePayment({ account, session })
    expect((await processor.findPayment({ account, session })).state).toBe('captured')
  })
})

describe.skipIf(real)(
  'refunds (they need a payment, and on Stripe only a browser can make one)',
  () => {
    const give = (ref: string, minor: bigint, idempotencyKey: string = randomUUID()) =>
      processor.refund({ account, ref, amount: money(minor, 'GBP'), idempotencyKey })

    it('in parts up to the whole, and not a penny more', async () => {
      const { ref } = await captured()
      await give(ref, 3000n)
      await expect(give(ref, 3801n)).rejects.toThrow('greater than unrefunded')
      await give(ref, 3800n)
      await expect(give(ref, 1n)).rejects.toThrow('greater than unrefunded')
    })
    it('the same key gives back once, and with another amount is a conflict', async () => {
      const { ref } = await captured()
      const key = randomUUID()
      const first = await give(ref, 4000n, key)
      expect(await give(ref, 4000n, key)).toEqual(first)
      await expect(give(ref, 100n, key)).rejects.toMatchObject({ type: 'StripeIdempotencyError' })
      await give(ref, 2800n)
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
  const signed = (secret: string, age = 0, said = body) => {
    const t = Math.floor(Date.now() / 1000) - age
    return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${said}`).digest('hex')}`
  }
  it('signed by the processor are read', () => {
    expect(processor.readEvent(body, signed(SECRET))).toEqual({
      id: 'evt_1',
      type: 'checkout.session.completed',
      account: 'acct_1',
      session: 'cs_1',
    })
  })
  it.each([
    ['signed with another secret', () => processor.readEvent(body, signed('whsec_other'))],
    ['too old', () => processor.readEvent(body, signed(SECRET, 3600))],
    ['changed on the way', () => processor.readEvent(body.replace('cs_1', 'cs_2'), signed(SECRET))],
    ['not signed', () => processor.readEvent(body, '')],
    ['not an event', () => processor.readEvent('{', signed(SECRET))],
  ])('%s are not', (_how, read) => expect(read()).toBeNull())
})
