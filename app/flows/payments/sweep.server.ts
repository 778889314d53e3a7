import { tenantsWithUnreleasedHolds } from '#app/domains/orders/unreleased-holds.server.ts'
import { unhandledEvents } from '#app/domains/payments/events.server.ts'
import {
  recordChecked,
  unfinishedPayments,
} from '#app/domains/payments/unfinished-payments.server.ts'
import type { Processor } from '#app/gateways/processor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { tenantById } from '#tenants/directory.server.ts'
import { inFederation, inTenant } from '#tenants/scope.server.ts'
import { releaseLapsedHolds } from '#app/flows/orders/release-lapsed-holds.server.ts'
import { handleProcessorEvent } from './handle-processor-event.server.ts'
import { recordPayment } from './record-payment.server.ts'

/** The most of each kind that one sweep takes up. The next sweep takes up the rest. */
const MOST = 50

/**
 * Takes up what has waited too long: payments that nobody has told us the end of, expired holds, and events that were
 * received and never handled. It asks the tables and the processor, so it needs neither an event nor a job to arrive.
 *
 * @throws AggregateError with the faults of those that could not be taken up, after all others were.
 */
export async function sweep(processor: Processor, at: Instant): Promise<void> {
  const found = await inFederation(
    async (db) => ({
      payments: await unfinishedPayments(db, { at, most: MOST }),
      holders: await tenantsWithUnreleasedHolds(db, { at, most: MOST }),
      events: await unhandledEvents(db, { at, most: MOST }),
    }),
    { readOnly: true },
  )
  const acts = [
    ...found.payments.map((payment) => () => takeUpPayment(processor, payment, at)),
    ...found.holders.map((tenant) => () => releaseLapsedHolds(tenant, at)),
    ...found.events.map((event) => () => handleProcessorEvent(processor, event, at)),
  ]
  const faults: unknown[] = []
  for (const act of acts) await act().catch((fault: unknown) => faults.push(fault))
  if (faults.length > 0)
    throw new AggregateError(faults, `${faults.length} of ${acts.length} could not be swept.`)
}

type Unfinished = Awaited<ReturnType<typeof unfinishedPayments>>[number]

async function takeUpPayment(
  processor: Processor,
  { tenant: id, session }: Unfinished,
  at: Instant,
): Promise<void> {
  const tenant = await inFederation((db) => tenantById(db, id), { readOnly: true })
  if (!tenant) return
  await inTenant(id, (db) => recordChecked(db, session, at))
  await recordPayment(processor, tenant, { session, at })
}
