import { confirm, releaseBookings, move } from '#app/domains/orders/change-state.server.ts'
import { bookingsOf, orderById } from '#app/domains/orders/find-order.server.ts'
import { holdTeam } from '#app/domains/orders/place.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { retryOnConflict } from '#app/kernel/conflict.ts'
import type { OrderId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, touchContent, type TenantDb } from '#tenants/scope.server.ts'
import { cancellationOf } from '#app/rules/orders/cancellation.server.ts'
import { mailTeam } from '#app/flows/mail/mail-team.server.ts'
import { freeTeam } from '#app/flows/jobs/free-team.server.ts'
import { type SlotRefusal } from '#app/rules/jobs/open-slot.server.ts'
import { jobData, mailCustomer } from '#app/flows/mail/mail-customer.server.ts'

export type ChangeRefusal =
  | 'order-not-found'
  | 'order-not-changeable'
  | 'change-too-late'
  | SlotRefusal

type TimeChange = { readonly order: OrderId; readonly start: Instant; readonly at: Instant }

/** Moves a paid booking to another time, free as long as cancelling would be. The old time is free again in the same moment. */
export async function changeOrder(
  tenant: Tenant,
  asked: TimeChange,
): Promise<Outcome<null, ChangeRefusal>> {
  return retryOnConflict(() => inTenant(tenant.id, (db) => changeOnce(db, tenant, asked)), {
    tries: 1,
    lost: () => refused('slot-taken'),
  })
}

async function changeOnce(
  db: TenantDb,
  tenant: Tenant,
  { order: id, start, at }: TimeChange,
): Promise<Outcome<null, ChangeRefusal>> {
  const order = await orderById(db, id, true)
  if (!order) return refused('order-not-found')
  if (order.state !== 'paid' || !order.startsAt || !order.endsAt)
    return refused('order-not-changeable')
  const bookings = await bookingsOf(db, id)
  if (bookings.some(({ checkedInAt }) => checkedInAt)) return refused('order-not-changeable')
  const { kept } = await cancellationOf(db, order, { by: 'customer', at })
  if (kept.minor > 0n) return refused('change-too-late')
  const stay = order.endsAt.epochMilliseconds - order.startsAt.epochMilliseconds
  const during = { from: start, until: start.add({ milliseconds: stay }) }
  const before = bookings.map(({ memberId }) => memberId)
  const team = await freeTeam(db, tenant, { at, during, teamSize: order.teamSize, without: id })
  if (!team.ok) return team
  await releaseBookings(db, id)
  await holdTeam(db, id, { team: team.value, during })
  await confirm(db, id, order.paidAt ?? at)
  await move(db, id, during, order.changes + 1)
  const moved = { ...order, startsAt: during.from, endsAt: during.until }
  await mailCustomer(db, 'order-changed', { order: moved, at })
  await mailTeam(
    db,
    before.filter((member) => !team.value.includes(member)),
    { template: 'job-cancelled', data: jobData(order), at },
  )
  await mailTeam(db, team.value, { template: 'job-offered', data: jobData(moved), at })
  await touchContent(db, tenant.id)
  return done(null)
}
