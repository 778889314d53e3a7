import { closeExpiredDoor } from '#app/flows/federation/support-door.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { Payload } from '#app/queue/payloads.ts'

/** Closes a support door whose time is over. */
export async function closeDoorTask({ door }: Payload<'close-door'>): Promise<void> {
  await closeExpiredDoor(door, systemClock())
}
