import { releaseLapsedHolds } from '#app/flows/orders/release-lapsed-holds.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { Payload } from '#app/queue/payloads.ts'

export async function releaseHoldsTask({ tenant }: Payload<'release-holds'>): Promise<void> {
  await releaseLapsedHolds(tenant, systemClock())
}
