import { refreshFigures } from '#app/flows/books/refresh-figures.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { TenantId } from '#app/kernel/ids.ts'
import { idIn } from './payload.ts'

export async function refreshFiguresTask(payload: unknown): Promise<void> {
  await refreshFigures(idIn<TenantId>(payload, 'tenant'), systemClock())
}
