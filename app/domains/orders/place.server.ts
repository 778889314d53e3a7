import { randomBytes, randomInt } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import {
  type BookingId,
  type CustomerId,
  type ListingId,
  type MemberId,
  newId,
  type OrderId,
  type PersonId,
} from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { PriceLine } from '#app/kernel/price-line.ts'
import { type Address, bookings, customers, orderLines, orders } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { SplitTerms } from './order.ts'

/** Who buys. Somebody signed in is known by their person; a guest by what they wrote. */
export type Buyer = {
  readonly person: PersonId | null
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly locale: Locale
}

/** An order as it is placed: priced already, with the team that will come. */
export type NewOrder = {
  readonly checkoutKey: string
  readonly buyer: Buyer
  readonly listing: { readonly id: ListingId; readonly title: string; readonly kind: string }
  readonly choices: unknown
  readonly lines: readonly PriceLine[]
  readonly totalMinor: bigint
  readonly currency: string
  readonly workMinutes: number
  readonly charterVersion: number
  readonly split: SplitTerms
  readonly team: readonly MemberId[]
  readonly during: { readonly from: Instant; readonly until: Instant }
  readonly address: Address
  readonly notes: string
  readonly at: Instant
  readonly holdUntil: Instant
}

export type Placed = { readonly id: OrderId; readonly token: string; readonly code: string }

/** What an order is called before it is written. */
export function newPlaced(): Placed {
  return {
    id: newId<OrderId>(),
    token: randomBytes(24).toString('base64url'),
    code: orderCode(),
  }
}

/**
 * Writes the order, its lines and the team's held time. Where one of the team was booked in the same moment by
 * somebody else, the database refuses it (exclusion constraint), and the caller's transaction with it.
 */
export async function place(db: TenantDb, placed: Placed, order: NewOrder): Promise<void> {
  const { buyer, at } = order
  const known = await knownCustomer(db, buyer)
  const customer = known ?? newId<CustomerId>()
  await Promise.all([
    ...(known ? [] : [addCustomer(db, customer, { buyer, at })]),
    addOrder(db, placed, { ...order, customer }),
    writeLines(db, placed.id, order),
    holdTeam(db, placed.id, order),
  ])
}

async function addOrder(
  db: TenantDb,
  placed: Placed,
  { customer, listing, during, ...order }: NewOrder & { readonly customer: CustomerId },
): Promise<void> {
  await db.insert(orders).values({
    tenantId: db.tenant,
    ...placed,
    checkoutKey: order.checkoutKey,
    customerId: customer,
    listingId: listing.id,
    kind: listing.kind,
    title: listing.title,
    choices: order.choices,
    charterVersion: order.charterVersion,
    split: order.split,
    currency: order.currency,
    totalMinor: order.totalMinor,
    workMinutes: order.workMinutes,
    teamSize: order.team.length,
    startsAt: during.from,
    endsAt: during.until,
    address: order.address,
    notes: order.notes,
    locale: order.buyer.locale,
    placedAt: order.at,
    holdUntil: order.holdUntil,
  })
}

async function writeLines(
  db: TenantDb,
  order: OrderId,
  { lines }: Pick<NewOrder, 'lines'>,
): Promise<void> {
  await db.insert(orderLines).values(
    lines.map(({ kind, key, label, quantity, amount, purpose }, position) => ({
      tenantId: db.tenant,
      orderId: order,
      position,
      kind,
      key,
      label,
      quantity,
      amountMinor: amount.minor,
      purpose: purpose ?? null,
    })),
  )
}

/** Holds the team's time, in the order of their ids, so that two orders for one team never wait for each other. */
export async function holdTeam(
  db: TenantDb,
  order: OrderId,
  { team, during }: Pick<NewOrder, 'team' | 'during'>,
): Promise<void> {
  await db.insert(bookings).values(
    team.toSorted().map((memberId) => ({
      tenantId: db.tenant,
      id: newId<BookingId>(),
      orderId: order,
      memberId,
      during,
      state: 'held' as const,
    })),
  )
}

/** The customer that somebody is: the same again for as long as somebody known says the same of themselves. */
export async function customerFor(db: TenantDb, buyer: Buyer, at: Instant): Promise<CustomerId> {
  const known = await knownCustomer(db, buyer)
  if (known) return known
  const id = newId<CustomerId>()
  await addCustomer(db, id, { buyer, at })
  return id
}

async function knownCustomer(
  db: TenantDb,
  { person, name, email, phone, locale }: Buyer,
): Promise<CustomerId | undefined> {
  if (!person) return undefined
  const said = [
    eq(customers.name, name),
    eq(customers.email, email),
    eq(customers.phone, phone),
    eq(customers.locale, locale),
  ]
  const [known] = await db
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.tenantId, db.tenant), eq(customers.personId, person), ...said))
    .limit(1)
  return known?.id
}

async function addCustomer(
  db: TenantDb,
  id: CustomerId,
  { buyer: { person, name, email, phone, locale }, at }: Pick<NewOrder, 'buyer' | 'at'>,
): Promise<void> {
  await db.insert(customers).values({
    tenantId: db.tenant,
    id,
    personId: person,
    name,
    email,
    phone,
    locale,
    createdAt: at,
  })
}

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A number to read out on the telephone: eight signs, none of them mistaken for another. */
function orderCode(): string {
  const signs = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)] ?? '2')
  return `${signs.slice(0, 4).join('')}-${signs.slice(4).join('')}`
}
