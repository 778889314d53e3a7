import { and, eq } from 'drizzle-orm'
import type { BallotFile } from '#app/domains/decisions/ballot-file.ts'
import { countedBallots } from '#app/domains/decisions/ballots.server.ts'
import type { Tally } from '#app/domains/decisions/tally.ts'
import { proposals, readings } from '#db/schema/decisions.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'

/**
 * Reads every ballot of a closed reading (the last one without a number) with what the vote needed and the announced
 * result. No ballot has a name, whether the vote was secret or open, and their order is random. Returns undefined while
 * the vote is open.
 */
export function readBallots(
  tenant: Tenant,
  number: number,
  reading: number | null,
): Promise<BallotFile | undefined> {
  return inTenant(
    tenant.id,
    async (db) => {
      const [row] = await db
        .select({ proposal: proposals, tally: readings.tally, reading: readings.reading })
        .from(proposals)
        .leftJoin(
          readings,
          and(
            eq(readings.tenantId, db.tenant),
            eq(readings.proposalId, proposals.id),
            eq(readings.reading, reading ?? 0),
          ),
        )
        .where(and(eq(proposals.tenantId, db.tenant), eq(proposals.number, number)))
      if (!row) return undefined
      const { proposal } = row
      const isLast = proposal.closedAt && (reading ?? proposal.reading) === proposal.reading
      const closed = row.reading
        ? { reading: row.reading, tally: row.tally as Tally }
        : isLast && { reading: proposal.reading, tally: proposal.tally as Tally }
      if (!closed) return undefined
      const { yes, no, abstain, passed, electorate } = closed.tally
      const counted = await countedBallots(db, { proposal: proposal.id, reading: closed.reading })
      return {
        proposal: number,
        reading: closed.reading,
        electorate,
        needs: {
          quorumBp: proposal.quorumBp,
          majorityBp: proposal.majorityBp,
          overHalfOfMembers: proposal.overHalfOfMembers,
        },
        announced: { yes, no, abstain, passed },
        ballots: counted.map(({ choice, weight }) => ({ choice, weight })),
      }
    },
    { readOnly: true },
  )
}
