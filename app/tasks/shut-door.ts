import { shutExpiredDoor } from '#app/flows/federation/support-door.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { DoorId } from '#app/kernel/ids.ts'
import { idIn } from './payload.ts'

export async function shutDoorJob(payload: unknown): Promise<void> {
  await shutExpiredDoor(idIn<DoorId>(payload, 'door'), systemClock())
}
