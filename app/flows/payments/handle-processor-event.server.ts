import { eventById, saveEvent, recordHandled } from '#app/domains/payments/events.server.ts'
import { tenantOfAccount } from '#app/domains/payments/payment.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { Processor, ProcessorEvent } from '#app/gateways/processor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { tenantById } from '#tenants/directory.server.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { recordPayment } from './record-payment.server.ts'

/**
 * Saves an event that the processor posted, once, and promises the task that handles it. The handling is left to the
 * task, so that the processor gets its answer quickly.
 */
export function receiveProcessorEvent(event: ProcessorEvent, at: Instant): Promise<void> {
  return inFederation(async (db) => {
    if (!(await saveEvent(db, event, at))) return
    await promiseTask(
      db,
      { task: 'handle-processor-event', payload: { event: event.id } },
      { key: `event:${event.id}` },
    )
  })
}

/**
 * Handles an event: asks the processor for the payment's present state and records it. Late, repeated and reordered
 * events therefore have the same result.
 */
export async function handleProcessorEvent(
  processor: Processor,
  id: string,
  at: Instant,
): Promise<void> {
  const found = await inFederation(
    async (db) => {
      const event = await eventById(db, id)
      const tenant = event?.account ? await tenantOfAccount(db, event.account) : undefined
      return { event, tenant: tenant && (await tenantById(db, tenant)) }
    },
    { readOnly: true },
  )
  if (!found.event || found.event.handled) return
  const { session } = found.event
  if (session && found.tenant) await recordPayment(processor, found.tenant, { session, at })
  await inFederation((db) => recordHandled(db, id, at))
}
