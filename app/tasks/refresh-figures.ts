import { refreshFigures } from '#app/flows/books/refresh-figures.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { Payload } from '#app/queue/payloads.ts'

/** Refreshes a co-op's figures. */
export async function refreshFiguresTask({ tenant }: Payload<'refresh-figures'>): Promise<void> {
  await refreshFigures(tenant, systemClock())
}
