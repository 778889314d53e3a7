import { foundRow } from '#app/flows/founding/provision-co-op.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { Payload } from '#app/queue/payloads.ts'

export async function foundRowTask(row: Payload<'found-row'>): Promise<void> {
  await foundRow(row.import, row.position, systemClock())
}
