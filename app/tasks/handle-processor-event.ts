import { handleProcessorEvent } from '#app/flows/payments/handle-processor-event.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { Payload } from '#app/queue/payloads.ts'
import { gateways } from '#app/wiring.server.ts'

/** Handles one event of the processor. */
export async function handleProcessorEventTask({
  event,
}: Payload<'handle-processor-event'>): Promise<void> {
  await handleProcessorEvent(gateways().processor, event, systemClock())
}
