import { owner } from '#db/testing/database.ts'
import { serve } from '@hono/node-server'
import { afterAll, expect, test } from 'vitest'
import { stripeProcessor } from '#app/gateways/stripe/gateway.server.ts'
import { stripeSandbox } from '#app/gateways/stripe/sandbox/sandbox.ts'
import {
  handleProcessorEvent,
  receiveProcessorEvent,
} from '#app/flows/payments/handle-processor-event.server.ts'
import { placeOrder } from '#app/flows/orders/place-order.server.ts'
import { startPayment } from '#app/flows/payments/start-payment.server.ts'
import { createOpenCoOp, buildOrderRequest, monday, payOnPage } from '#app/flows/testing/co-op.ts'

const stopFunctions: (() => void)[] = []
afterAll(() => stopFunctions.forEach((stop) => stop()))

type Receiver = Awaited<ReturnType<typeof startReceiver>>

/** Starts a sandbox of the processor and a receiver to which it posts its signed events over HTTP. */
async function startReceiver(mode: 'normal' | 'double' | 'hold') {
  const inbox: string[] = []
  let postCount = 0
  const receiver = serve({ port: 0, fetch: receive })
  const port = portOf(receiver)
  const forward: { fetch?: (request: Request) => Response | Promise<Response> } = {}
  const front = serve({
    port: 0,
    fetch: (request) => forward.fetch?.(request) ?? new Response(null, { status: 503 }),
  })
  const host = { host: '127.0.0.1', port: portOf(front) }
  const sandbox = stripeSandbox({
    file: null,
    payOrigin: `http://127.0.0.1:${host.port}`,
    delivery: { url: `http://127.0.0.1:${port}/`, secret: 'whsec_twin' },
  })
  forward.fetch = (request) => sandbox.app.fetch(request)
  const processor = stripeProcessor({
    key: 'sk_test_twin',
    webhookSecret: 'whsec_twin',
    sandbox: host,
  })
  stopFunctions.push(
    sandbox.stop,
    () => receiver.close(),
    () => front.close(),
  )
  await fetch(`http://127.0.0.1:${host.port}/_twin/events/${mode}`, { method: 'POST' })

  async function receive(request: Request): Promise<Response> {
    postCount += 1
    if (postCount === 1) return new Response(null, { status: 500 })
    const event = processor.readEvent(
      await request.text(),
      request.headers.get('stripe-signature') ?? '',
    )
    if (!event) return new Response(null, { status: 400 })
    await receiveProcessorEvent(event, monday)
    inbox.push(event.id)
    return new Response(null, { status: 204 })
  }
  return {
    processor,
    inbox,
    release: () => fetch(`http://127.0.0.1:${host.port}/_twin/events/release`, { method: 'POST' }),
  }
}

function portOf(server: ReturnType<typeof serve>): number {
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('not listening')
  return address.port
}

async function pay({ processor }: Receiver) {
  const { tenant } = await createOpenCoOp('Amina')
  const placed = await placeOrder(tenant, buildOrderRequest(monday.add({ hours: 50 })))
  if (!placed.ok) throw new Error(placed.refusal)
  const paymentUrls = { returnUrl: 'http://x.localhost/', cancelUrl: 'http://x.localhost/' }
  const page = await startPayment(processor, tenant, {
    order: placed.value.id,
    ...paymentUrls,
    at: monday,
  })
  if (!page.ok) throw new Error(page.refusal)
  expect(await payOnPage(page.value)).toBe(303)
  return tenant
}

const handleEvents = async ({ processor, inbox }: Receiver) => {
  await Promise.all(
    inbox
      .flatMap((id) => [id, id])
      .toReversed()
      .map((id) => handleProcessorEvent(processor, id, monday)),
  )
}

async function readState(tenant: { readonly id: string }) {
  const rows =
    await owner`select (select state from orders where tenant_id = ${tenant.id}) as state,
    (select count(*)::int from ledger_journals where tenant_id = ${tenant.id}) as journals,
    (select sum(minor)::text from ledger_entries where tenant_id = ${tenant.id}) as sum,
    (select count(*)::int from mails where tenant_id = ${tenant.id} and template = 'order-paid') as letters`
  return { ...rows[0] }
}

const PAID = { state: 'paid', journals: 1, sum: '0', letters: 1 }

test.each(['normal', 'double'] as const)(
  'events that arrive in mode %s, one of them refused at first, have the same result: paid once, booked once, one letter',
  async (mode) => {
    const receiver = await startReceiver(mode)
    const tenant = await pay(receiver)
    await expect.poll(() => new Set(receiver.inbox).size, { timeout: 15_000 }).toBe(2)

    await handleEvents(receiver)
    expect(await readState(tenant)).toEqual(PAID)
  },
)

test('events that are held back and then arrive in any order have the same result', async () => {
  const receiver = await startReceiver('hold')
  const tenant = await pay(receiver)
  expect(await readState(tenant)).toMatchObject({ state: 'placed', journals: 0 })
  await receiver.release()
  await expect.poll(() => new Set(receiver.inbox).size, { timeout: 15_000 }).toBe(2)

  await handleEvents(receiver)
  expect(await readState(tenant)).toEqual(PAID)
})

test('an event without a signature, with a wrong one, or with an old one is not read', async () => {
  const { processor } = await startReceiver('normal')
  const event = JSON.stringify({
    id: 'evt_1',
    type: 'checkout.session.completed',
    data: { object: { id: 'cs_test_1' } },
  })

  expect(processor.readEvent(event, '')).toBeNull()
  expect(
    processor.readEvent(event, `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}`),
  ).toBeNull()
  expect(processor.readEvent(event, 't=1,v1=abc')).toBeNull()
})
