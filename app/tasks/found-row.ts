import { foundRow } from '#app/flows/founding/provision-co-op.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { ImportId } from '#app/kernel/ids.ts'
import { idIn } from './payload.ts'

export async function foundRowTask(payload: unknown): Promise<void> {
  const position = Number(Reflect.get(Object(payload), 'position'))
  if (!Number.isInteger(position)) throw new RangeError('A job without its position.')
  await foundRow(idIn<ImportId>(payload, 'import'), position, systemClock())
}
