import { foundRow } from '#app/flows/founding/provision-co-op.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { Payload } from '#app/queue/payloads.ts'

/** Founds the co-op of one row of an import. */
export async function foundRowTask(row: Payload<'found-row'>): Promise<void> {
  await foundRow(row.import, row.position, systemClock())
}
