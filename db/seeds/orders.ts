import { orderById } from '#app/domains/orders/find-order.server.ts'
import { earnersOf } from '#app/domains/orders/earners.server.ts'
import { cancelOrder } from '#app/flows/orders/cancel-order.server.ts'
import { doStep } from '#app/flows/jobs/do-job.server.ts'
import { type OrderRequest, placeOrder } from '#app/flows/orders/place-order.server.ts'
import { recordPayment } from '#app/flows/payments/record-payment.server.ts'
import { startPayment } from '#app/flows/payments/start-payment.server.ts'
import { writeReview } from '#app/flows/orders/write-review.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { OrderId } from '#app/kernel/ids.ts'
import { factsOf } from '#app/rules/orders/facts.server.ts'
import { refunds } from '#db/schema/payments.ts'
import { sendRefund } from '#app/flows/payments/send-refund.server.ts'
import { and, eq } from 'drizzle-orm'
import { inTenant } from '#tenants/scope.server.ts'
import { fieldsOf } from './listings.ts'
import type { Step } from './decisions.ts'
import type { Living } from './living.ts'

const [FIRST_DAY, LAST_DAY] = [-365, 12]

/**
 * Returns a year of orders and the coming ones, counted from today. They are placed and paid, and done if their time
 * has passed.
 */
export async function ordersOf(living: Living): Promise<Step[]> {
  const today = living.now.toZonedDateTimeISO(living.tenant.timeZone).toPlainDate()
  const steps: Step[] = []
  for (let day = FIRST_DAY; day <= LAST_DAY; day += 1) {
    const near = day >= -1
    const visits = near ? 2 : living.dice.roll(5) < 2 ? 1 : 0
    for (let visit = 0; visit < visits; visit += 1) {
      const hour = visit === 0 ? 9 + living.dice.roll(2) : 13 + living.dice.roll(2)
      const start = today
        .add({ days: day })
        .toZonedDateTime({ timeZone: living.tenant.timeZone, plainTime: { hour } })
      const from = start.toInstant()
      const asked = await wish(living, from)
      steps.push({
        at: asked.at,
        happen: async () => void (await seedOrder(living, asked, from)),
      })
    }
  }
  return steps
}

async function seedOrder(living: Living, asked: OrderRequest, start: Instant): Promise<void> {
  const { tenant, dice, processor, now } = living
  const placed = await placeOrder(tenant, asked)
  if (!placed.ok) return
  const { id } = placed.value
  const urls = { returnUrl: 'http://localhost/', cancelUrl: 'http://localhost/' }
  const page = await startPayment(processor, tenant, { order: id, ...urls, at: asked.at })
  if (!page.ok) throw new Error(page.refusal)
  await recordPayment(processor, tenant, {
    session: `cs_seed_${id}`,
    at: asked.at.add({ minutes: 3 }),
  })
  if (start.epochMilliseconds > now.epochMilliseconds) {
    if (dice.roll(2) === 0)
      await everyWorker(living, id, () => ({
        step: 'accept',
        at: byNow(living, asked.at.add({ hours: 2 })),
      }))
    return
  }
  if (dice.roll(14) === 0)
    return cancelled(living, id, start.subtract({ hours: 5 + dice.roll(40) }))
  await worked(living, id, start)
}

/** Limits the moment of an act to now, because a visit may lie further ahead than the act that belongs to it. */
function byNow({ now }: Living, at: Instant, minutesAgo = 0): Instant {
  const latest = now.subtract({ minutes: minutesAgo })
  return at.epochMilliseconds < latest.epochMilliseconds ? at : latest
}

async function wish(living: Living, start: Instant): Promise<OrderRequest> {
  const { coOp, dice, person } = living
  const listing = dice.pick(coOp.listings)
  const { counters, tiers, extras } = fieldsOf(listing)
  const [name, email] = dice.pick(coOp.customers)
  const known = await person({
    name,
    email,
    locale: email === 'helen@example.com' ? 'en' : coOp.locale,
  })
  const [line1, postcode] = dice.pick(coOp.addresses)
  const lead = 50 + dice.roll(90)
  const at = byNow(living, start.subtract({ hours: lead }), 3 * lead)
  const choices = {
    counts: Object.fromEntries(
      counters.map(({ key, usual, max }) => [
        key,
        Math.min(max, Math.max(0, usual + dice.roll(3) - 1)),
      ]),
    ),
    tier: dice.pick(tiers).key,
    extras: extras.filter(() => dice.roll(4) === 0).map(({ key }) => key),
    tipMinor: 0,
  }
  const details = { start, address: { line1, line2: '', city: coOp.city, postcode }, notes: '' }
  return {
    checkoutKey: `seed-${coOp.slug}-${start.epochMilliseconds}`,
    items: [{ kind: 'visit', listing: listing.slug, choices, details }],
    buyer: { person: known.id, name, email, phone: '', locale: known.locale },
    at,
  }
}
type WorkStep = { readonly step: string; readonly at: Instant }

/** Takes a step for each worker of an order. */
async function everyWorker(
  { tenant }: Living,
  order: OrderId,
  next: () => WorkStep,
): Promise<void> {
  const team = await inTenant(tenant.id, async (db) => {
    const [item] = (await orderById(db, order))?.items ?? []
    return item ? earnersOf(db, item.id) : []
  })
  for (const { member } of team) await doStep(tenant.id, { order, member, ...next() })
}

async function worked(living: Living, order: OrderId, start: Instant): Promise<void> {
  const { tenant, dice, now, coOp } = living
  const { end } = await inTenant(tenant.id, async (db) =>
    factsOf(db, (await orderById(db, order))?.items[0]),
  )
  if (!end) return
  await everyWorker(living, order, () => ({
    step: 'accept',
    at: start.subtract({ hours: 40 }),
  }))
  await everyWorker(living, order, () => ({
    step: 'check-in',
    at: start.subtract({ minutes: dice.roll(6) }),
  }))
  if (end.epochMilliseconds > now.epochMilliseconds) return
  await everyWorker(living, order, () => ({
    step: 'check-out',
    at: byNow(living, end.add({ minutes: dice.roll(9) - 4 })),
  }))
  if (dice.roll(3) > 0) return
  await writeReview(tenant.id, {
    order,
    stars: dice.roll(5) === 0 ? 4 : 5,
    body: dice.pick(coOp.reviews),
    at: byNow(living, end.add({ hours: 6 })),
  })
}

async function cancelled(
  { tenant, processor }: Living,
  order: OrderId,
  at: Instant,
): Promise<void> {
  await cancelOrder(tenant, order, { by: 'customer', reason: '', at })
  const asked = await inTenant(tenant.id, (db) =>
    db
      .select({ id: refunds.id })
      .from(refunds)
      .where(and(eq(refunds.tenantId, tenant.id), eq(refunds.orderId, order))),
  )
  for (const { id } of asked) await sendRefund(processor, tenant.id, { refund: id, at })
}
