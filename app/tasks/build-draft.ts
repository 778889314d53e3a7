import { buildDraft } from '#app/flows/founding/draft-co-op.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { gateways } from '#app/wiring.server.ts'
import { idIn } from './payload.ts'

export async function buildDraftTask(payload: unknown): Promise<void> {
  await buildDraft(gateways().storage, idIn(payload, 'draft'), systemClock())
}
