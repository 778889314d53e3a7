import { closeExpiredDoor } from '#app/flows/federation/support-door.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { DoorId } from '#app/kernel/ids.ts'
import { idIn } from './payload.ts'

export async function closeDoorTask(payload: unknown): Promise<void> {
  await closeExpiredDoor(idIn<DoorId>(payload, 'door'), systemClock())
}
