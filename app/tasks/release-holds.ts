import { releaseLapsedHolds } from '#app/flows/orders/release-lapsed-holds.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { Payload } from '#app/queue/payloads.ts'

/** Releases what unpaid orders of a co-op held for too long. */
export async function releaseHoldsTask({ tenant }: Payload<'release-holds'>): Promise<void> {
  await releaseLapsedHolds(tenant, systemClock())
}
