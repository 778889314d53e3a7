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

const stopping: (() => void)[] = []
afterAll(() => stopping.forEach((stop) => stop()))

type Shop = Awaited<ReturnType<typeof aShop>>

/** A twin that posts its signed events to a receiver of ours, over HTTP, as the real ones meet. */
async function aShop(mode: 'normal' | 'double' | 'hold') {
  const inbox: string[] = []
  let posted = 0
  const receiver = serve({ port: 0, fetch: receive })
  const port = portOf(receiver)
  const late: { fetch?: (request: Request) => Response | Promise<Response> } = {}
  const front = serve({
    port: 0,
    fetch: (request) => late.fetch?.(request) ?? new Response(null, { status: 503 }),
  })
  const host = { host: '127.0.0.1', port: portOf(front) }
  const twin = stripeSandbox({
    file: null,
    payOrigin: `http://127.0.0.1:${host.port}`,
    delivery: { url: `http://127.0.0.1:${port}/`, secret: 'whsec_twin' },
  })
  late.fetch = (request) => twin.app.fetch(request)
  const processor = stripeProcessor({
    key: 'sk_test_twin',
    webhookSecret: 'whsec_twin',
    sandbox: host,
  })
  stopping.push(
    twin.stop,
    () => receiver.close(),
    () => front.close(),
  )
  await fetch(`http://127.0.0.1:${host.port}/_twin/events/${mode}`, { method: 'POST' })

  async function receive(request: Request): Promise<Response> {
    posted += 1
    if (posted === 1) return new Response(null, { status: 500 })
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

async function pay({ processor }: Shop) {
  const { tenant } = await createOpenCoOp('Amina')
  const placed = await placeOrder(tenant, buildOrderRequest(monday.add({ hours: 50 })))
  if (!placed.ok) throw new Error(placed.refusal)
  const urls = { returnUrl: 'http://x.localhost/', cancelUrl: 'http://x.localhost/' }
  const page = await startPayment(processor, tenant, {
    order: placed.value.id,
    ...urls,
    at: monday,
  })
  if (!page.ok) throw new Error(page.refusal)
  expect(await payOnPage(page.value)).toBe(303)
  return tenant
}

const hear = async ({ processor, inbox }: Shop) => {
  await Promise.all(
    inbox
      .flatMap((id) => [id, id])
      .toReversed()
      .map((id) => handleProcessorEvent(processor, id, monday)),
  )
}

async function stateOf(tenant: { readonly id: string }) {
  const rows =
    await owner`select (select state from orders where tenant_id = ${tenant.id}) as state,
    (select count(*)::int from ledger_journals where tenant_id = ${tenant.id}) as journals,
    (select sum(minor)::text from ledger_entries where tenant_id = ${tenant.id}) as sum,
    (select count(*)::int from mails where tenant_id = ${tenant.id} and template = 'order-paid') as letters`
  return { ...rows[0] }
}

const PAID = { state: 'paid', journals: 1, sum: '0', letters: 1 }

test.each(['normal', 'double'] as const)(
  'events that arrive %s, one of them refused at first, come to the same: paid once, booked once, one letter',
  async (mode) => {
    const shop = await aShop(mode)
    const tenant = await pay(shop)
    await expect.poll(() => new Set(shop.inbox).size, { timeout: 15_000 }).toBe(2)

    await hear(shop)
    expect(await stateOf(tenant)).toEqual(PAID)
  },
)

test('events that are kept back and then come in any order come to the same', async () => {
  const shop = await aShop('hold')
  const tenant = await pay(shop)
  expect(await stateOf(tenant)).toMatchObject({ state: 'placed', journals: 0 })
  await shop.release()
  await expect.poll(() => new Set(shop.inbox).size, { timeout: 15_000 }).toBe(2)

  await hear(shop)
  expect(await stateOf(tenant)).toEqual(PAID)
})

test('an event with another signature, an old one, or another body is not the processor’s', async () => {
  const { processor } = await aShop('normal')
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
