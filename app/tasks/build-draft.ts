import { buildDraft } from '#app/flows/founding/draft-co-op.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { Payload } from '#app/queue/payloads.ts'
import { gateways } from '#app/wiring.server.ts'

/** Founds the co-op of a draft. */
export async function buildDraftTask({ draft }: Payload<'build-draft'>): Promise<void> {
  await buildDraft(gateways().storage, draft, systemClock())
}
