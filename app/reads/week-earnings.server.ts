import { and, eq, gte } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { ledgerEntries, ledgerJournals } from '#db/schema/ledger.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'

/** What one member earned on each of the last seven days, by the co-op's calendar; the ledger's word. */
export function readWeekEarnings(tenant: Tenant, member: MemberId, at: Instant) {
  return inTenant(
    tenant.id,
    async (db) => {
      const today = at.toZonedDateTimeISO(tenant.timeZone).toPlainDate()
      const first = today.subtract({ days: 6 })
      const rows = await db
        .select({ at: ledgerJournals.at, minor: ledgerEntries.minor })
        .from(ledgerEntries)
        .innerJoin(
          ledgerJournals,
          and(
            eq(ledgerJournals.tenantId, db.tenant),
            eq(ledgerJournals.id, ledgerEntries.journalId),
          ),
        )
        .where(
          and(
            eq(ledgerEntries.tenantId, db.tenant),
            eq(ledgerEntries.accountCode, `member:${member}`),
            gte(ledgerJournals.at, first.toZonedDateTime(tenant.timeZone).toInstant()),
          ),
        )
      return Array.from({ length: 7 }, (_, day) => {
        const date = first.add({ days: day })
        const earned = rows
          .filter((row) => row.at.toZonedDateTimeISO(tenant.timeZone).toPlainDate().equals(date))
          .reduce((sum, { minor }) => sum - minor, 0n)
        return { date: date.toString(), minor: earned }
      })
    },
    { readOnly: true },
  )
}
