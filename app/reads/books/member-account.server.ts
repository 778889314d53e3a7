import { and, desc, eq, gte, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { ledgerAccounts, ledgerEntries, ledgerJournals } from '#db/schema/books.ts'
import { orders } from '#db/schema/orders.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'

/**
 * Reads what a member is owed, and the lines of their account, the latest first. The amount owed is the account's
 * balance, not the sum of the lines.
 */
export function readStatement(tenant: Tenant, member: MemberId, limit = 200) {
  return inTenant(
    tenant.id,
    async (db) => {
      const [owed, lines] = await Promise.all([owedTo(db, member), entriesOf(db, member, limit)])
      return {
        owed,
        lines: lines.map(({ at, ...line }) => ({ ...line, at: at.toString() })),
      }
    },
    { readOnly: true },
  )
}

/** Returns what the co-op owes a member now, in minor units. */
export async function owedTo(db: TenantDb, member: MemberId): Promise<bigint> {
  const [account] = await db
    .select({ balance: ledgerAccounts.balanceMinor })
    .from(ledgerAccounts)
    .where(and(eq(ledgerAccounts.tenantId, db.tenant), eq(ledgerAccounts.memberId, member)))
  return -(account?.balance ?? 0n)
}

/** Returns what one member earned on each of the last seven days, by the co-op's calendar and ledger. */
export async function weekEarnings(
  db: TenantDb,
  { timeZone }: Tenant,
  { member, at }: { readonly member: MemberId; readonly at: Instant },
) {
  const first = at.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 6 })
  const day = sql<string>`(${ledgerJournals.at} at time zone ${timeZone})::date::text`
  const rows = await db
    .select({ day, minor: sql<string>`-sum(${ledgerEntries.minor})` })
    .from(ledgerEntries)
    .innerJoin(
      ledgerJournals,
      and(eq(ledgerJournals.tenantId, db.tenant), eq(ledgerJournals.id, ledgerEntries.journalId)),
    )
    .where(
      and(
        eq(ledgerEntries.tenantId, db.tenant),
        eq(ledgerEntries.accountCode, `member:${member}`),
        gte(ledgerJournals.at, first.toZonedDateTime(timeZone).toInstant()),
      ),
    )
    .groupBy(sql`1`)
  const earned = new Map(rows.map((row) => [row.day, BigInt(row.minor)]))
  return Array.from({ length: 7 }, (_, index) => {
    const date = first.add({ days: index }).toString()
    return { date, minor: earned.get(date) ?? 0n }
  })
}

/** Returns the entries of a member's account, the latest first. Amounts owed to the member are positive. */
async function entriesOf(db: TenantDb, member: MemberId, limit: number) {
  const rows = await db
    .select({
      at: ledgerJournals.at,
      kind: ledgerJournals.kind,
      minor: ledgerEntries.minor,
      title: sql<string | null>`(
        select i.title from order_items i
        where i.tenant_id = ${db.tenant} and i.id = ${ledgerJournals.itemId})`,
      code: orders.code,
    })
    .from(ledgerEntries)
    .innerJoin(
      ledgerJournals,
      and(eq(ledgerJournals.tenantId, db.tenant), eq(ledgerJournals.id, ledgerEntries.journalId)),
    )
    .leftJoin(orders, and(eq(orders.tenantId, db.tenant), eq(orders.id, ledgerJournals.orderId)))
    .where(
      and(eq(ledgerEntries.tenantId, db.tenant), eq(ledgerEntries.accountCode, `member:${member}`)),
    )
    .orderBy(desc(ledgerJournals.at), desc(ledgerJournals.id))
    .limit(limit)
  return rows.map(({ minor, ...row }) => ({ ...row, minor: -minor }))
}
