import { finishItem } from '#app/flows/jobs/finish-item.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { Payload } from '#app/queue/payloads.ts'

/** Settles an item whose time is over, when its work is done. */
export async function finishItemTask({ tenant, ...job }: Payload<'finish-item'>): Promise<void> {
  await finishItem(tenant, { ...job, at: systemClock() })
}
