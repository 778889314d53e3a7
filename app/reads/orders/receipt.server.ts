import { and, asc, eq, sql } from 'drizzle-orm'
import { divideAmongWorkers } from '#app/domains/books/split.ts'
import { membersById } from '#app/domains/members/members.server.ts'
import { storefrontOf } from '#app/domains/storefront/storefront.server.ts'
import {
  type Item,
  linesOf,
  type Order,
  orderByToken,
} from '#app/domains/orders/find-order.server.ts'
import { type Payment, paymentOf } from '#app/domains/payments/payment.server.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { actsOf } from '#app/offerings/registry.server.ts'
import { partsOf } from '#app/rules/orders/parts-of-order.server.ts'
import { ledgerEntries, ledgerJournals } from '#db/schema/books.ts'
import { refunds } from '#db/schema/payments.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { shownOf } from './order-page.server.ts'

/** Who got which part of what a customer paid and did not get back; together exactly that. */
type SharedOut = {
  readonly workers: bigint
  readonly coOp: bigint
  readonly federation: bigint
  readonly card: bigint
  readonly each: ReadonlyMap<MemberId, bigint>
}

/**
 * An order's receipt: what was paid, what went back, and who got which part of the rest, to the last unit. While the
 * money is held it says who will get it; from then on it says what the books say.
 */
export function readReceipt(tenant: Tenant, token: string) {
  return inTenant(
    tenant.id,
    async (db) => {
      const order = await orderByToken(db, token)
      const payment = order && (await paymentOf(db, order.id))
      if (!order || payment?.state !== 'captured') return undefined
      const { each, ...shared } = await sharedOut(db, order, payment)
      const [lines, shown, returned, people, { contactEmail }] = await Promise.all([
        Promise.all(order.items.map((item) => linesOf(db, item, order))),
        shownOf(db, order),
        returnedOf(db, order),
        membersById(db, [...each.keys()]),
        storefrontOf(db),
      ])
      return {
        ...shown,
        paidAt: payment.capturedAt?.toString() ?? null,
        lines: lines.flat(),
        returned,
        contactEmail,
        refunded: payment.refundedMinor,
        shared,
        workers: people.map(({ id, displayName }) => ({
          id,
          name: displayName,
          minor: each.get(id) ?? 0n,
        })),
      }
    },
    { readOnly: true },
  )
}

/** What the books shared out, and what they will of the items whose money is still held. */
async function sharedOut(db: TenantDb, order: Order, payment: Payment): Promise<SharedOut> {
  const held = order.items.filter(({ state }) => state === 'paid')
  const promises = []
  for (const item of held) promises.push(await promised(db, order, item))
  if (held.length === order.items.length) return promises.reduce(together)
  const bookedCard = promises.reduce((card, { card: part }) => card - part, payment.feeMinor)
  return promises.reduce(together, await posted(db, order, bookedCard))
}

function together(one: SharedOut, other: SharedOut): SharedOut {
  const each = new Map(one.each)
  for (const [member, minor] of other.each) each.set(member, (each.get(member) ?? 0n) + minor)
  return {
    workers: one.workers + other.workers,
    coOp: one.coOp + other.coOp,
    federation: one.federation + other.federation,
    card: one.card + other.card,
    each,
  }
}

/** How an item will be shared out when it is done, among those who earn by it. */
async function promised(db: TenantDb, order: Order, item: Item): Promise<SharedOut> {
  const parts = await partsOf(db, order, item)
  const earmarked = [...parts.earmarks.values()].reduce((sum, { minor }) => sum + minor, 0n)
  const each = divideAmongWorkers(parts.workers, await actsOf(item.kind).earners(db, item))
  return {
    workers: parts.workers.minor,
    coOp: parts.coOp.minor + earmarked,
    federation: parts.federation.minor,
    card: parts.card.minor,
    each: new Map([...each].map(([member, { minor }]) => [member, minor])),
  }
}

/** How the books shared it out, over all journals of the order. The co-op's part bears what the card cost. */
async function posted(db: TenantDb, order: Order, card: bigint): Promise<SharedOut> {
  const rows = await db
    .select({
      account: ledgerEntries.accountCode,
      minor: sql<string>`-sum(${ledgerEntries.minor})`,
    })
    .from(ledgerEntries)
    .innerJoin(
      ledgerJournals,
      and(eq(ledgerJournals.tenantId, db.tenant), eq(ledgerJournals.id, ledgerEntries.journalId)),
    )
    .where(and(eq(ledgerEntries.tenantId, db.tenant), eq(ledgerJournals.orderId, order.id)))
    .groupBy(ledgerEntries.accountCode)
    .orderBy(ledgerEntries.accountCode)
  const sums = rows.map(({ account, minor }) => ({ account, minor: BigInt(minor) }))
  const sumOf = (start: string) =>
    sums
      .filter(({ account }) => account.startsWith(start))
      .reduce((sum, { minor }) => sum + minor, 0n)
  const each = sums
    .filter(({ account }) => account.startsWith('member:'))
    .map(({ account, minor }) => [account.slice('member:'.length) as MemberId, minor] as const)
  return {
    workers: sumOf('member:'),
    coOp: sumOf('co-op') + sumOf('fund:') - card,
    federation: sumOf('federation'),
    card,
    each: new Map(each),
  }
}

/** What went back to the customer, and when, the first first. */
async function returnedOf(db: TenantDb, order: Order) {
  const rows = await db
    .select({ at: refunds.askedAt, minor: refunds.amountMinor })
    .from(refunds)
    .where(and(eq(refunds.tenantId, db.tenant), eq(refunds.orderId, order.id)))
    .orderBy(asc(refunds.askedAt))
  return rows.map(({ at, minor }) => ({ at: at.toString(), minor }))
}
