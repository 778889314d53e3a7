import { buildDraft } from '#app/flows/draft-co-op.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { idIn } from './payload.ts'

export async function buildDraftJob(payload: unknown): Promise<void> {
  await buildDraft(idIn(payload, 'draft'), systemClock())
}
