import { randomBytes, randomInt } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import {
  type CustomerId,
  type ItemId,
  type ListingId,
  newId,
  type OrderId,
  type PersonId,
} from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Money } from '#app/kernel/money.ts'
import { dueOf, type PriceLine, totalOf } from '#app/kernel/price-line.ts'
import { customers, orderItems, orderLines, orders } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { SplitRule } from '#app/kernel/split-rule.ts'

/** The buyer. A signed-in buyer is identified by their person, a guest by what they typed. */
export type Buyer = {
  readonly person: PersonId | null
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly locale: Locale
}

/** A new order: one payment for all of its items. */
export type NewOrder = {
  readonly checkoutKey: string
  readonly buyer: Buyer
  readonly items: readonly NewItem[]
  readonly currency: string
  readonly charterVersion: number
  readonly split: SplitRule
  readonly at: Instant
  readonly holdUntil: Instant
}

/** A new item: one listing with its price. */
type NewItem = {
  readonly id: ItemId
  readonly listing: { readonly id: ListingId; readonly title: string; readonly kind: string }
  readonly choices: unknown
  readonly lines: readonly PriceLine[]
  /** The maximum of the final price, when that is known only later; null for a fixed price. */
  readonly bound: Money | null
  /** Writes the kind's own rows and reservations, in the same round trip. */
  readonly reserve: () => Promise<void>
}

export type OrderIdentity = { readonly id: OrderId; readonly token: string; readonly code: string }

/** Makes the id, the secret token and the code of a new order. */
export function newOrderIdentity(): OrderIdentity {
  return {
    id: newId<OrderId>(),
    token: randomBytes(24).toString('base64url'),
    code: orderCode(),
  }
}

/**
 * Writes the order, its items with their lines, and their reservations. When another order has just booked a member of
 * the team, the database refuses it (exclusion constraint), and the caller's transaction fails.
 */
export async function insertOrder(
  db: TenantDb,
  identity: OrderIdentity,
  order: NewOrder,
): Promise<void> {
  const { buyer, at } = order
  const existing = await findCustomer(db, buyer)
  const customer = existing ?? newId<CustomerId>()
  await Promise.all([
    ...(existing ? [] : [addCustomer(db, customer, { buyer, at })]),
    addOrder(db, identity, { ...order, customer }),
    addItems(db, identity, order),
    writeLines(db, order.items, 'quoted'),
    ...order.items.map(({ reserve }) => reserve()),
  ])
}

async function addOrder(
  db: TenantDb,
  identity: OrderIdentity,
  { customer, items, buyer, at, ...order }: NewOrder & { readonly customer: CustomerId },
): Promise<void> {
  await db.insert(orders).values({
    tenantId: db.tenant,
    ...identity,
    ...order,
    customerId: customer,
    totalMinor: items.reduce((sum, item) => sum + maxMinorOf(item, order), 0n),
    locale: buyer.locale,
    placedAt: at,
  })
}

async function addItems(
  db: TenantDb,
  { id: order }: OrderIdentity,
  { items, currency }: NewOrder,
): Promise<void> {
  await db.insert(orderItems).values(
    items.map((item, position) => {
      const quoted = totalOf(item.lines, currency).minor
      return {
        tenantId: db.tenant,
        id: item.id,
        orderId: order,
        position,
        listingId: item.listing.id,
        kind: item.listing.kind,
        title: item.listing.title,
        choices: item.choices,
        quotedMinor: quoted,
        mostMinor: maxMinorOf(item, { currency }),
        finalMinor: item.bound ? null : quoted,
      }
    }),
  )
}

const maxMinorOf = ({ lines, bound }: NewItem, { currency }: Pick<NewOrder, 'currency'>) =>
  dueOf({ total: totalOf(lines, currency), bound }).minor

/** Writes the price lines of items, quoted or final. */
export async function writeLines(
  db: TenantDb,
  items: readonly { readonly id: ItemId; readonly lines: readonly PriceLine[] }[],
  phase: 'quoted' | 'final',
): Promise<void> {
  const rows = items.flatMap(({ id, lines }) =>
    lines.map(({ kind, key, label, quantity, amount, purpose }, position) => ({
      tenantId: db.tenant,
      itemId: id,
      phase,
      position,
      kind,
      key,
      label,
      quantity,
      amountMinor: amount.minor,
      purpose: purpose ?? null,
    })),
  )
  // Something that came to nothing may have no lines.
  if (rows.length > 0) await db.insert(orderLines).values(rows)
}

/** Returns the customer row of a buyer. A known person with unchanged details gets the same row again. */
export async function findOrAddCustomer(
  db: TenantDb,
  buyer: Buyer,
  at: Instant,
): Promise<CustomerId> {
  const existing = await findCustomer(db, buyer)
  if (existing) return existing
  const id = newId<CustomerId>()
  await addCustomer(db, id, { buyer, at })
  return id
}

async function findCustomer(
  db: TenantDb,
  { person, name, email, phone, locale }: Buyer,
): Promise<CustomerId | undefined> {
  if (!person) return undefined
  const details = [
    eq(customers.name, name),
    eq(customers.email, email),
    eq(customers.phone, phone),
    eq(customers.locale, locale),
  ]
  const [existing] = await db
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.tenantId, db.tenant), eq(customers.personId, person), ...details))
    .limit(1)
  return existing?.id
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

const CODE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Makes a code to read out on the telephone: eight letters or digits, none of which is mistaken for another. */
function orderCode(): string {
  const letters = Array.from(
    { length: 8 },
    () => CODE_LETTERS[randomInt(CODE_LETTERS.length)] ?? '2',
  )
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}
