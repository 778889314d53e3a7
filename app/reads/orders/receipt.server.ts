import { and, asc, eq, sql } from 'drizzle-orm'
import { divideAmongWorkers } from '#app/domains/books/split.ts'
import { membersById } from '#app/domains/members/members.server.ts'
import { earnersOf } from '#app/domains/orders/earners.server.ts'
import { storefrontOf } from '#app/domains/storefront/storefront.server.ts'
import {
  type Item,
  linesOf,
  type Order,
  orderByToken,
} from '#app/domains/orders/find-order.server.ts'
import { priceMinorOf } from '#app/domains/orders/order.ts'
import { type Payment, paymentOf } from '#app/domains/payments/payment.server.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { totalOf } from '#app/kernel/price-line.ts'
import { partsOf } from '#app/rules/orders/parts-of-order.server.ts'
import { ledgerEntries, ledgerJournals } from '#db/schema/books.ts'
import { refunds } from '#db/schema/payments.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { orderFacts } from './order-page.server.ts'

/**
 * How the paid and not refunded amount is distributed, without what is still pending. The parts add up to exactly that
 * amount, in minor units.
 */
type Distribution = {
  readonly workers: bigint
  readonly coOp: bigint
  readonly federation: bigint
  readonly card: bigint
  readonly byMember: ReadonlyMap<MemberId, bigint>
}

/**
 * Reads an order's receipt: what was paid, what was returned, and how the rest is distributed, to the last unit. While
 * the money is held, the receipt shows the planned distribution; afterwards it shows the books.
 */
export function readReceipt(tenant: Tenant, token: string) {
  return inTenant(
    tenant.id,
    async (db) => {
      const order = await orderByToken(db, token)
      const payment = order && (await paymentOf(db, order.id))
      if (!order || payment?.state !== 'captured') return undefined
      const { byMember, ...shared } = await distributionOf(db, order, payment)
      const [lines, facts, returned, people, { contactEmail }] = await Promise.all([
        Promise.all(order.items.map((item) => linesOf(db, item, order))),
        orderFacts(db, order),
        returnedOf(db, order),
        membersById(db, [...byMember.keys()]),
        storefrontOf(db),
      ])
      return {
        ...facts,
        paidAt: payment.capturedAt?.toString() ?? null,
        lines: order.items.flatMap(({ title }, position) =>
          (lines[position] ?? []).map((line) => ({
            ...line,
            ...(order.items.length > 1 ? { item: title } : {}),
          })),
        ),
        total: order.totalMinor,
        /** What was paid in advance above the price, because the price was open. */
        unused: order.totalMinor - totalOf(lines.flat(), order.currency).minor,
        pending: pendingMinorOf(order),
        returned,
        contactEmail,
        refunded: payment.refundedMinor,
        shared,
        workers: people.map(({ id, displayName }) => ({
          id,
          name: displayName,
          minor: byMember.get(id) ?? 0n,
        })),
      }
    },
    { readOnly: true },
  )
}

/** Returns what is held above the quoted prices: it goes back to the customer unless the final price needs it. */
function pendingMinorOf({ items }: Order): bigint {
  const held = items.filter(({ state }) => state === 'paid')
  return held.reduce((sum, item) => sum + item.mostMinor - priceMinorOf(item), 0n)
}

/** Returns the distribution in the books, with the planned one of the items whose money is still held. */
async function distributionOf(db: TenantDb, order: Order, payment: Payment): Promise<Distribution> {
  const held = order.items.filter(({ state }) => state === 'paid')
  const planned = []
  for (const item of held) planned.push(await plannedDistribution(db, order, item))
  if (held.length === order.items.length) return planned.reduce(addDistributions)
  const bookedCard = planned.reduce((card, { card: part }) => card - part, payment.feeMinor)
  return planned.reduce(addDistributions, await postedDistribution(db, order, bookedCard))
}

function addDistributions(a: Distribution, b: Distribution): Distribution {
  const byMember = new Map(a.byMember)
  for (const [member, minor] of b.byMember)
    byMember.set(member, (byMember.get(member) ?? 0n) + minor)
  return {
    workers: a.workers + b.workers,
    coOp: a.coOp + b.coOp,
    federation: a.federation + b.federation,
    card: a.card + b.card,
    byMember,
  }
}

/** Returns how an item will be distributed when it is settled. */
async function plannedDistribution(db: TenantDb, order: Order, item: Item): Promise<Distribution> {
  const parts = await partsOf(db, order, item)
  const earmarked = [...parts.earmarks.values()].reduce((sum, { minor }) => sum + minor, 0n)
  const byMember = divideAmongWorkers(parts.workers, await earnersOf(db, item.id))
  return {
    workers: parts.workers.minor,
    coOp: parts.coOp.minor + earmarked,
    federation: parts.federation.minor,
    card: parts.card.minor,
    byMember: new Map([...byMember].map(([member, { minor }]) => [member, minor])),
  }
}

/** Returns how the books distributed the order, over all of its journals. The co-op's part bears the card costs. */
async function postedDistribution(db: TenantDb, order: Order, card: bigint): Promise<Distribution> {
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
  const byMember = sums
    .filter(({ account }) => account.startsWith('member:'))
    .map(({ account, minor }) => [account.slice('member:'.length) as MemberId, minor] as const)
  return {
    workers: sumOf('member:'),
    coOp: sumOf('co-op') + sumOf('fund:') - card,
    federation: sumOf('federation'),
    card,
    byMember: new Map(byMember),
  }
}

/** Returns the order's refunds, the oldest first. */
async function returnedOf(db: TenantDb, order: Order) {
  const rows = await db
    .select({ at: refunds.askedAt, minor: refunds.amountMinor })
    .from(refunds)
    .where(and(eq(refunds.tenantId, db.tenant), eq(refunds.orderId, order.id)))
    .orderBy(asc(refunds.askedAt), asc(refunds.id))
  return rows.map(({ at, minor }) => ({ at: at.toString(), minor }))
}
