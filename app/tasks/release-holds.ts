import { releaseLapsedHolds } from '#app/flows/orders/release-lapsed-holds.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { TenantId } from '#app/kernel/ids.ts'
import { idIn } from './payload.ts'

export async function releaseHoldsTask(payload: unknown): Promise<void> {
  await releaseLapsedHolds(idIn<TenantId>(payload, 'tenant'), systemClock())
}
