import { handleProcessorEvent } from '#app/flows/payments/handle-processor-event.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { gateways } from '#app/wiring.server.ts'

export async function handleProcessorEventTask(payload: unknown): Promise<void> {
  const event =
    typeof payload === 'object' && payload !== null ? Reflect.get(payload, 'event') : undefined
  if (typeof event !== 'string') throw new RangeError('A job without its event.')
  await handleProcessorEvent(gateways().processor, event, systemClock())
}
