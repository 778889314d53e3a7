import { createHash } from 'node:crypto'
import type { Instant } from '#app/kernel/clock.ts'
import type { ProposalId } from '#app/kernel/ids.ts'
import { charterVersions } from '#db/schema/charter.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { charterText, readCharter } from './charter.ts'
import type { Charter } from './clauses.ts'

/** A charter to come into force: the founding one, one that a passed proposal made, or one whose clause went back. */
export type Adoption = {
  readonly version: number
  readonly charter: Charter
  readonly at: Instant
  readonly proposal: ProposalId | null
  /** What brought it about; a decision unless a sunset did. */
  readonly reason?: 'decision' | 'sunset'
}

/**
 * Puts a charter into force, and says whether it did: a version is adopted once, whoever asks again.
 * @throws RangeError if it is none that could be read again.
 */
export async function adopt(
  db: TenantDb,
  { version, charter, at, proposal, reason = 'decision' }: Adoption,
): Promise<boolean> {
  const clauses = readCharter(charter)
  const hash = createHash('sha256').update(charterText(clauses)).digest('hex')
  const written = await db
    .insert(charterVersions)
    .values({
      tenantId: db.tenant,
      version,
      clauses,
      hash,
      adoptedAt: at,
      proposalId: proposal,
      reason,
    })
    .onConflictDoNothing()
    .returning({ version: charterVersions.version })
  return written.length === 1
}
