import { createHash } from 'node:crypto'
import type { Instant } from '#app/kernel/clock.ts'
import type { ProposalId } from '#app/kernel/ids.ts'
import { charterVersions } from '#db/schema/charter.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { charterText, readCharter } from './charter.ts'
import type { Charter } from './clauses.ts'

/** A charter that comes into force: the founding one, one from a passed proposal, or one from a clause's sunset. */
export type Adoption = {
  readonly version: number
  readonly charter: Charter
  readonly at: Instant
  readonly proposal: ProposalId | null
  /** The cause of the version: a decision, unless a sunset caused it. */
  readonly reason?: 'decision' | 'sunset'
}

/**
 * Puts a charter into force once. Returns false when the version exists already.
 * @throws RangeError if the charter could not be read again.
 */
export async function adoptCharter(
  db: TenantDb,
  { version, charter, at, proposal, reason = 'decision' }: Adoption,
): Promise<boolean> {
  const clauses = readCharter(charter)
  const hash = createHash('sha256').update(charterText(clauses)).digest('hex')
  const inserted = await db
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
  return inserted.length === 1
}
