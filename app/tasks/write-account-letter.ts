import { writeAccountLetter } from '#app/flows/accounts/account-letter.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { Payload } from '#app/queue/payloads.ts'

/** Writes the letter about an account that somebody asked for. */
export async function writeAccountLetterTask(
  asked: Payload<'write-account-letter'>,
): Promise<void> {
  await writeAccountLetter(asked, systemClock())
}
