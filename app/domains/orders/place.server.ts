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
import { type PriceLine, totalOf } from '#app/kernel/price-line.ts'
import { customers, orderItems, orderLines, orders } from '#db/schema/orders.ts'
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

/** An order as it is placed: one payment for all of its items. */
export type NewOrder = {
  readonly checkoutKey: string
  readonly buyer: Buyer
  readonly items: readonly NewItem[]
  readonly currency: string
  readonly charterVersion: number
  readonly split: SplitTerms
  readonly at: Instant
  readonly holdUntil: Instant
}

/** One listing of it: priced already. */
type NewItem = {
  readonly id: ItemId
  readonly listing: { readonly id: ListingId; readonly title: string; readonly kind: string }
  readonly choices: unknown
  readonly lines: readonly PriceLine[]
  /** The most it may come to, where that is known only later; null for a price that is fixed. */
  readonly bound: Money | null
  /** Writes what its kind knows of it and reserves, in the same round trip. */
  readonly reserve: () => Promise<void>
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
 * Writes the order, its items with their lines, and what each reserves. Where one of a team was booked in the same
 * moment by somebody else, the database refuses it (exclusion constraint), and the caller's transaction with it.
 */
export async function place(db: TenantDb, placed: Placed, order: NewOrder): Promise<void> {
  const { buyer, at } = order
  const known = await knownCustomer(db, buyer)
  const customer = known ?? newId<CustomerId>()
  await Promise.all([
    ...(known ? [] : [addCustomer(db, customer, { buyer, at })]),
    addOrder(db, placed, { ...order, customer }),
    addItems(db, placed, order),
    writeLines(db, order.items, 'quoted'),
    ...order.items.map(({ reserve }) => reserve()),
  ])
}

async function addOrder(
  db: TenantDb,
  placed: Placed,
  { customer, items, buyer, at, ...order }: NewOrder & { readonly customer: CustomerId },
): Promise<void> {
  await db.insert(orders).values({
    tenantId: db.tenant,
    ...placed,
    ...order,
    customerId: customer,
    totalMinor: items.reduce((sum, item) => sum + mostOf(item, order), 0n),
    locale: buyer.locale,
    placedAt: at,
  })
}

async function addItems(
  db: TenantDb,
  { id: order }: Placed,
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
        mostMinor: mostOf(item, { currency }),
        finalMinor: item.bound ? null : quoted,
      }
    }),
  )
}

const mostOf = ({ lines, bound }: NewItem, { currency }: Pick<NewOrder, 'currency'>) =>
  (bound ?? totalOf(lines, currency)).minor

/** Writes what items cost, line by line: as it is quoted, or as it came to. */
export async function writeLines(
  db: TenantDb,
  items: readonly { readonly id: ItemId; readonly lines: readonly PriceLine[] }[],
  phase: 'quoted' | 'final',
): Promise<void> {
  await db.insert(orderLines).values(
    items.flatMap(({ id, lines }) =>
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
    ),
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
