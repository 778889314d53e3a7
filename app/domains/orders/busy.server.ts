import { and, eq, ne, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, OrderId } from '#app/kernel/ids.ts'
import { bookings } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

type Busy = { readonly member: MemberId; readonly from: Instant; readonly until: Instant }

/** Whose time is taken between two moments; what one order holds may be left out, for its own customer. */
export async function busyBetween(
  db: TenantDb,
  { from, until, without }: Omit<Busy, 'member'> & { readonly without?: OrderId | undefined },
): Promise<Busy[]> {
  const rows = await db
    .select({ member: bookings.memberId, during: bookings.during })
    .from(bookings)
    .where(
      and(
        eq(bookings.tenantId, db.tenant),
        ne(bookings.state, 'released'),
        without && ne(bookings.orderId, without),
        sql`${bookings.during} && tstzrange(${from.toString()}::timestamptz, ${until.toString()}::timestamptz)`,
      ),
    )
  return rows.map(({ member, during }) => ({ member, ...during }))
}
