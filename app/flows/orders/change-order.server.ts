import { setEarners } from '#app/domains/orders/earners.server.ts'
import { itemOf, orderById } from '#app/domains/orders/find-order.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { retryOnConflict } from '#app/kernel/conflict.ts'
import type { ItemId, OrderId } from '#app/kernel/ids.ts'
import { done, type Outcome, type PlainRefusal, refused } from '#app/kernel/outcome.ts'
import { actsOf } from '#app/offerings/registry.server.ts'
import { cancellationOf } from '#app/rules/orders/cancellation.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, touchContent, type TenantDb } from '#tenants/scope.server.ts'
import { mailTeam } from '#app/flows/mail/mail-team.server.ts'
import { releaseExpired } from './release-lapsed-holds.server.ts'
import { jobData, mailCustomer } from '#app/flows/mail/mail-customer.server.ts'

type TimeChange = {
  readonly order: OrderId
  /** The item of the order to change. It may be left out when the order has one item. */
  readonly item?: ItemId
  readonly start: Instant
  readonly at: Instant
}

/**
 * Moves a paid item to another time, as long as cancelling it would be free. It releases the old time in the same
 * transaction, and mails the customer, the new team and the members who leave the team.
 */
export async function changeOrder(
  tenant: Tenant,
  request: TimeChange,
): Promise<Outcome<null, PlainRefusal>> {
  return retryOnConflict(() => inTenant(tenant.id, (db) => changeOnce(db, tenant, request)), {
    tries: 3,
    lost: () => refused('try-again'),
  })
}

async function changeOnce(
  db: TenantDb,
  tenant: Tenant,
  { order: id, item: itemId, start, at }: TimeChange,
): Promise<Outcome<null, PlainRefusal>> {
  const order = await orderById(db, id, true)
  if (!order) return refused('order-not-found')
  const item = itemOf(order, itemId)
  const move = item && actsOf(item.kind).move
  if (item?.state !== 'paid' || !move) return refused('order-not-changeable')
  const { retained, begun } = await cancellationOf(db, order, item, { by: 'customer', at })
  if (begun) return refused('order-not-changeable')
  if (retained.minor > 0n) return refused('change-too-late')
  const facts = (await actsOf(item.kind).facts(db, [item.id])).get(item.id)
  // Who chooses the time that is booked already changes nothing, and nobody is told of a change.
  if (facts?.start?.equals(start)) return done(null)
  const data = await jobData(db, order, item)
  await releaseExpired(db, at)
  const moved = await move(db, tenant, { item, start, at })
  if (!moved.ok) return moved
  const { before, earners } = moved.value
  const team = earners.map(({ member }) => member)
  await setEarners(db, item.id, earners, at)
  await mailCustomer(db, 'order-changed', { order, at })
  const leaving = before.filter((member) => !team.includes(member))
  await mailTeam(db, leaving, { template: 'job-cancelled', data, at })
  await mailTeam(db, team, { template: 'job-offered', data: await jobData(db, order, item), at })
  await touchContent(db, tenant.id)
  return done(null)
}
