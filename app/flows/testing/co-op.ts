import { randomBytes } from 'node:crypto'
import { serve } from '@hono/node-server'
import { addPerson } from '#app/domains/accounts/people.server.ts'
import { publishedListings } from '#app/domains/offerings/find-listing.server.ts'
import { setWeeklyHours } from '#app/domains/jobs/weekly-hours.server.ts'
import { addMember } from '#app/domains/members/join.server.ts'
import { activeMembers } from '#app/domains/members/members.server.ts'
import { stripeProcessor } from '#app/gateways/stripe/gateway.server.ts'
import { stripeSandbox } from '#app/gateways/stripe/sandbox/sandbox.ts'
import { type Instant, Temporal } from '#app/kernel/clock.ts'
import type { ClassId, MemberId, PersonId } from '#app/kernel/ids.ts'
import type { VisitDetails } from '#app/offerings/visit/details.ts'
import type { VisitChoices } from '#app/offerings/visit/visit.ts'
import { tenantById, type Tenant } from '#tenants/directory.server.ts'
import { inFederation, inTenant } from '#tenants/scope.server.ts'
import { foundCoOp, type Founder } from '#app/flows/founding/found-co-op.server.ts'
import { ratifyCharter } from '#app/flows/members/join-co-op.server.ts'
import { showOwnListing } from '#app/flows/offerings/manage-listings.server.ts'
import { type OrderRequest, placeOrder } from '#app/flows/orders/place-order.server.ts'
import { recordPayment } from '#app/flows/payments/record-payment.server.ts'
import { startPayment } from '#app/flows/payments/start-payment.server.ts'

/** A Monday morning in London. */
export const monday = Temporal.Instant.from('2026-11-30T08:00:00Z')
/** A Wednesday in London at ten, two days later. */
export const wednesday = monday.add({ hours: 50 })
/** The addresses to which the processor sends a customer back. */
export const paymentUrls = {
  returnUrl: 'http://x.localhost/return',
  cancelUrl: 'http://x.localhost/cancel',
}

/** Adds an account with an address of its own. */
export async function createPerson(name = 'Amina'): Promise<Founder> {
  const email = `${name.toLowerCase()}-${randomBytes(4).toString('hex')}@example.org`
  const id = await inFederation((db) =>
    addPerson(db, { email, name, locale: 'en', passwordHash: 'none', at: monday }),
  )
  if (!id) throw new Error('The address is taken.')
  return { id, name, email, locale: 'en' }
}

/**
 * Founds a co-op of cleaners in Bristol with a member for each name. Its charter is not ratified yet. All members work
 * every day from eight to twenty.
 */
export async function createFoundedCoOp(
  ...names: string[]
): Promise<{ tenant: Tenant; members: MemberId[] }> {
  const founder = await createPerson(names[0] ?? 'Amina')
  const slug = `t${randomBytes(6).toString('hex')}`
  const place = {
    city: 'Bristol',
    country: 'GB',
    locale: 'en' as const,
    currency: 'GBP',
    timeZone: 'Europe/London',
  }
  const look = { blueprint: 'home-services', colour: '#25358a', colour2: '#f2b13c' }
  const founded = await foundCoOp({
    slug,
    name: 'Brightwater',
    ...place,
    ...look,
    founder,
    invited: [],
    at: monday,
  })
  if (!founded.ok) throw new Error(founded.refusal)
  const { id } = founded.value
  const first = await inTenant(id, async (db) => (await activeMembers(db))[0])
  if (!first) throw new Error('nobody')
  for (const name of names.slice(1)) await addNamedMember(founded.value, name, first.classId)
  const members = await inTenant(id, async (db) => {
    const all = (await activeMembers(db)).map((member) => member.id)
    const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      fromMinute: 480,
      untilMinute: 1200,
    }))
    for (const member of all) await setWeeklyHours(db, member, week)
    return all
  })
  return { tenant: founded.value, members }
}

/** Founds a co-op whose members have ratified the charter, which is open, and which has adopted all samples. */
export async function createOpenCoOp(
  ...names: string[]
): Promise<{ tenant: Tenant; members: MemberId[] }> {
  const { tenant: founded, members } = await createFoundedCoOp(...names)
  for (const member of members) await ratifyCharter(founded, { member, name: 'x', at: monday })
  const tenant = await inFederation((db) => tenantById(db, founded.id))
  if (tenant?.state !== 'open') throw new Error('not open')
  const [first] = members
  if (!first) throw new Error('nobody')
  const by = { id: first, name: names[0] ?? 'Amina' }
  for (const { id } of await inTenant(tenant.id, publishedListings))
    await showOwnListing(tenant.id, { listing: id, shown: true, by, at: monday })
  return { tenant, members }
}

async function addNamedMember(tenant: Tenant, name: string, first: ClassId): Promise<void> {
  const person = await createPerson(name)
  await inTenant(tenant.id, (db) =>
    addMember(db, { person: person.id, ...person, class: first, at: monday }),
  )
}

/** A customer's choices for a regular clean, and its address. */
export const CHOICES = {
  counts: { bedrooms: 2, bathrooms: 1, others: 0 },
  tier: 'regular',
  extras: [] as readonly string[],
  tipMinor: 0,
}
export const ADDRESS = { line1: '14 Dean Lane', line2: '', city: 'Bristol', postcode: 'BS3 1DD' }

/** What a test changes in the default order request: fields of the order, or of its one visit. */
export type OrderRequestChange = Partial<Omit<OrderRequest, 'items'>> &
  Partial<VisitDetails> & { readonly listing?: string; readonly choices?: VisitChoices }

/** Builds a customer's request for a regular clean of two bedrooms and a bathroom, which costs 68.00. */
export function buildOrderRequest(start: Instant, change: OrderRequestChange = {}): OrderRequest {
  const details: VisitDetails = { start, address: ADDRESS, notes: '' }
  const order: OrderRequest = {
    checkoutKey: randomBytes(12).toString('hex'),
    items: [{ kind: 'visit', listing: 'regular-clean', choices: CHOICES, details }],
    buyer: {
      person: null as PersonId | null,
      name: 'Helen',
      email: 'helen@example.com',
      phone: '',
      locale: 'en',
    },
    at: monday,
  }
  return changeOrderRequest(order, change)
}

/** Copies an order request with changed fields. */
export function changeOrderRequest(
  { items, ...order }: OrderRequest,
  { listing, choices, start, address, notes, ...rest }: OrderRequestChange,
): OrderRequest {
  const fields = Object.entries({ start, address, notes })
  const details = Object.fromEntries(fields.filter(([, value]) => value !== undefined))
  return {
    ...order,
    ...rest,
    items: items.map((item) => ({
      ...item,
      listing: listing ?? item.listing,
      choices: choices ?? item.choices,
      details: { ...(item.details as VisitDetails), ...details },
    })),
  }
}

let running: ReturnType<typeof startProcessor> | undefined

/** Returns this test file's sandbox of the processor: the gateway to it, and its port. It is started once. */
export function getProcessor() {
  running ??= startProcessor()
  return running
}

async function startProcessor() {
  const port = await new Promise<number>((ready) => {
    const app = { fetch: (request: Request) => sandbox.app.fetch(request) }
    const server = serve({ ...app, port: 0 }, ({ port: chosen }) => ready(chosen))
    stopFunctions.push(() => server.close())
  })
  const sandbox = stripeSandbox({
    file: null,
    payOrigin: `http://127.0.0.1:${port}`,
    delivery: { url: 'http://127.0.0.1:9/', secret: 'whsec_twin' },
  })
  stopFunctions.push(sandbox.stop)
  const processor = stripeProcessor({
    key: 'sk_test_twin',
    webhookSecret: 'whsec_twin',
    sandbox: { host: '127.0.0.1', port },
  })
  return { processor, port }
}

const stopFunctions: (() => void)[] = []

/** Stops the sandbox of this test file. */
export function stopProcessors(): void {
  for (const stop of stopFunctions.splice(0)) stop()
}

/** Pays on the processor's page, by default with a valid card. Returns the status of the answer. */
export async function payOnPage(payUrl: string, number = '4242424242424242'): Promise<number> {
  const body = new URLSearchParams({ number, expiry: '12/34', cvc: '123' })
  const answer = await fetch(payUrl, { method: 'POST', body, redirect: 'manual' })
  return answer.status
}

/** Places an order and pays it on the processor's page. The returned `record` records the payment. */
export async function createPaidOrder(
  tenant: Tenant,
  start = wednesday,
  change: OrderRequestChange = {},
) {
  const { processor } = await getProcessor()
  const placed = await placeOrder(tenant, buildOrderRequest(start, change))
  if (!placed.ok) throw new Error(placed.refusal)
  const page = await startPayment(processor, tenant, {
    order: placed.value.id,
    ...paymentUrls,
    at: monday,
  })
  if (!page.ok) throw new Error(page.refusal)
  if ((await payOnPage(page.value)) !== 303) throw new Error('The card was declined.')
  const session = page.value.split('/').at(-1) ?? ''
  const record = () => recordPayment(processor, tenant, { session, at: monday })
  return { ...placed.value, processor, session, record, payUrl: page.value }
}

/** Founds an open co-op of one member, with an order for that member whose customer has paid. */
export async function createPaidJob() {
  const { tenant, members } = await createOpenCoOp('Amina')
  const [member] = members
  if (!member) throw new Error('nobody')
  const order = await createPaidOrder(tenant)
  return { tenant, member, order }
}
