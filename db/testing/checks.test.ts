import { owner } from './database.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderById } from '#app/domains/orders/find-order.server.ts'
import { cancelOrder } from '#app/flows/orders/cancel-order.server.ts'
import { placeOrder } from '#app/flows/orders/place-order.server.ts'
import { recordPayment } from '#app/flows/payments/record-payment.server.ts'
import { settleOrder } from '#app/flows/orders/settle-order.server.ts'
import { startPayment } from '#app/flows/payments/start-payment.server.ts'
import { createDecision } from '#app/flows/testing/decision.ts'
import {
  createOpenCoOp,
  buildOrderRequest,
  getProcessor,
  monday,
  payOnPage,
  stopProcessors,
} from '#app/flows/testing/co-op.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { runChecks } from '#db/run-checks.server.ts'

let tenant: Tenant

/**
 * Makes a co-op with one order done, one paid and one cancelled late, one decision, and one decision that lowers a
 * protection.
 */
beforeAll(async () => {
  const { processor } = await getProcessor()
  const founded = await createOpenCoOp('Amina')
  tenant = founded.tenant
  const urls = { returnUrl: 'http://x.localhost/', cancelUrl: 'http://x.localhost/' }
  for (const [index, hours] of [49, 52, 55].entries()) {
    const start = monday.add({ hours })
    const placed = await placeOrder(tenant, buildOrderRequest(start))
    if (!placed.ok) throw new Error(placed.refusal)
    const { id } = placed.value
    const page = await startPayment(processor, tenant, { order: id, ...urls, at: monday })
    if (!page.ok) throw new Error(page.refusal)
    await payOnPage(page.value)
    await recordPayment(processor, tenant, {
      session: page.value.split('/').at(-1) ?? '',
      at: monday,
    })
    if (index === 1)
      await cancelOrder(tenant, id, {
        by: 'customer',
        reason: '',
        at: start.subtract({ hours: 2 }),
      })
    if (index > 0) continue
    await inTenant(tenant.id, async (db) => {
      const order = await orderById(db, id, true)
      if (order) await settleOrder(db, order, start)
    })
  }
  const { members } = founded
  const raised = { clause: 'split' as const, terms: { workersBp: 9600 } }
  await createDecision(tenant, members, { amendment: raised, secret: true })
  await createDecision(tenant, members, {
    amendment: { clause: 'data', terms: { keepMonths: 36 } },
  })
})

afterAll(stopProcessors)

test('every check finds nothing in what people did', async () => {
  const found = await runChecks(owner)

  expect(found.length).toBeGreaterThan(10)
  expect(found.filter(({ faults }) => faults.length > 0)).toEqual([])
  expect(found.filter(({ noRows }) => noRows)).toEqual([])
})

test('the auditor sees rows, so that finding nothing means something', async () => {
  const [seen] = await owner.begin(async (tx) => {
    await tx`set local role twiza_auditor`
    return tx`select (select count(*) from ledger_entries)::int as entries, (select count(*) from ballots)::int as ballots`
  })
  expect(seen?.['entries']).toBeGreaterThan(10)
  expect(seen?.['ballots']).toBe(3)
})

/** One change for each check that makes it find a fault. The change runs with the database's triggers switched off. */
const faultyChanges: Record<string, string> = {
  'a-charter-changes-only-by-decision': `insert into charter_versions select tenant_id, 9, clauses, hash, adopted_at, null from charter_versions limit 1`,
  'a-lowered-protection-had-two-readings': `update proposals set impact = null where direction = 'protective-down'`,
  'a-final-price-is-within-its-bound': `alter table order_items drop constraint order_items_final_within_bound;
    update order_items set final_minor = most_minor + 1`,
  'an-item-costs-what-its-lines-say': `update order_lines set amount_minor = amount_minor + 1`,
  'an-order-keeps-the-charter-of-its-day': `update charter_versions set adopted_at = adopted_at - interval '60 days'`,
  'every-captured-payment-has-its-journal': `update payments set amount_minor = amount_minor + 1`,
  'every-earner-was-paid-their-part': `update order_earners set member_id = gen_random_uuid()`,
  'every-journal-balances': `update ledger_entries set minor = minor + 1 where account_code = 'clearing'`,
  'held-is-what-is-paid-and-not-done': `update order_items set state = 'paid' where state = 'settled'`,
  'items-add-up-to-their-order': `update orders set total_minor = total_minor + 1`,
  'stored-balance-is-the-sum': `update ledger_accounts set balance_minor = balance_minor - 5 where guarded`,
  'no-more-ballots-than-voters': `update electors set voted_at = null`,
  'nobody-is-booked-twice': `alter table bookings drop constraint bookings_no_overlap;
    insert into bookings (tenant_id, id, item_id, member_id, during, state)
      select tenant_id, '${randomUUID()}', item_id, member_id, during, state from bookings where state <> 'released' limit 1`,
  'nothing-outlives-its-sunset': `update proposals set sunset_at = now() - interval '2 hours' where sunset_at is not null`,
  'refunds-add-up': `update refunds set amount_minor = amount_minor + 1`,
  'the-state-of-an-order-follows-its-items': `update orders set state = 'cancelled' where state = 'done'`,
  'what-is-over-books-nobody': `update bookings set state = 'held' where state = 'released'`,
}

test('each check finds the fault that was made for it', async () => {
  const names = (await runChecks(owner)).map(({ check }) => check)
  expect(Object.keys(faultyChanges).toSorted()).toEqual(names)

  for (const [check, fault] of Object.entries(faultyChanges)) {
    const undone = new Error('undone')
    await owner
      .begin(async (tx) => {
        await tx`set local session_replication_role = replica`
        await tx.unsafe(fault)
        const { readFile } = await import('node:fs/promises')
        const found = await tx.unsafe(await readFile(`db/checks/${check}.sql`, 'utf8'))
        expect(found.length, check).toBeGreaterThan(0)
        throw undone
      })
      .catch((thrown: unknown) => {
        if (thrown !== undone) throw thrown
      })
  }
})
