import { sweep } from '#app/flows/payments/sweep.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { gateways } from '#app/wiring.server.ts'

/** Takes up what was paid, held or told to us and has waited too long. */
export async function sweepTask(): Promise<void> {
  await sweep(gateways().processor, systemClock())
}
