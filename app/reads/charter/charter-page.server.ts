import { and, desc, eq } from 'drizzle-orm'
import { findClause, readCharter } from '#app/domains/charter/charter.ts'
import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { latestRatification, membersWhoRatified } from '#app/domains/charter/ratify.server.ts'
import { pendingSunsets } from '#app/domains/decisions/sunsets.server.ts'
import { activeMembers } from '#app/domains/members/members.server.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { charterVersions } from '#db/schema/charter.ts'
import { proposals } from '#db/schema/decisions.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'

/** Reads a version of the charter (the one in force without a number) and the history of versions. */
export function readCharterPage(tenant: Tenant, version: number | null) {
  return inTenant(
    tenant.id,
    async (db) => {
      const rows = await db
        .select({
          version: charterVersions.version,
          clauses: charterVersions.clauses,
          hash: charterVersions.hash,
          at: charterVersions.adoptedAt,
          reason: charterVersions.reason,
          number: proposals.number,
          title: proposals.title,
        })
        .from(charterVersions)
        .leftJoin(
          proposals,
          and(eq(proposals.tenantId, db.tenant), eq(proposals.id, charterVersions.proposalId)),
        )
        .where(eq(charterVersions.tenantId, db.tenant))
        .orderBy(desc(charterVersions.version))
      const selected = version === null ? rows[0] : rows.find((row) => row.version === version)
      if (!selected) return undefined
      const history = rows.map(({ version: past, at, reason, number, title }) => ({
        version: past,
        reason,
        at: at.toString(),
        number,
        title,
      }))
      return {
        version: selected.version,
        hash: selected.hash,
        at: selected.at.toString(),
        charter: readCharter(selected.clauses),
        latest: rows[0]?.version ?? 0,
        lapsing: selected === rows[0] ? await lapsingClauses(db) : [],
        history,
      }
    },
    { readOnly: true },
  )
}

/** Reads the charter for a member: since when it is in force, when the member agreed to it, and which founders have. */
export function readOwnCharter(tenant: Tenant, member: MemberId) {
  return inTenant(
    tenant.id,
    async (db) => {
      const [row] = await db
        .select()
        .from(charterVersions)
        .where(eq(charterVersions.tenantId, db.tenant))
        .orderBy(desc(charterVersions.version))
        .limit(1)
      if (!row) throw new Error('This co-op has no charter.')
      const members = await activeMembers(db)
      const ratified = await membersWhoRatified(db, row.version)
      const mine = await latestRatification(db, member)
      return {
        version: row.version,
        at: row.adoptedAt.toString(),
        charter: readCharter(row.clauses),
        lapsing: await lapsingClauses(db),
        mine: mine ? { version: mine.version, at: mine.at.toString() } : null,
        joined: members.find(({ id }) => id === member)?.joinedAt.toString() ?? null,
        members: members.map(({ id, displayName }) => ({
          id,
          name: displayName,
          agreed: ratified.has(id),
        })),
      }
    },
    { readOnly: true },
  )
}

/** Returns whether this member has ratified the charter, and the names of the founders who have not. */
export async function ratificationOf(
  db: TenantDb,
  member: MemberId,
): Promise<{ readonly mine: boolean; readonly others: readonly string[] }> {
  const { version } = await charterInForce(db)
  const [members, ratified] = [await activeMembers(db), await membersWhoRatified(db, version)]
  const waitingFor = members.filter(({ id }) => id !== member && !ratified.has(id))
  return { mine: ratified.has(member), others: waitingFor.map(({ displayName }) => displayName) }
}

/**
 * Returns the clauses whose protection is lowered for a time: until when, by which decision, and the terms to which
 * they revert.
 */
async function lapsingClauses(db: TenantDb) {
  const decisions = await pendingSunsets(db)
  return decisions.flatMap(({ clauseKey, sunsetAt, number, revertsTo }) => {
    const clause = findClause(clauseKey)
    const backTo = revertsTo as Record<string, number>
    return clause && sunsetAt ? [{ clause, at: sunsetAt.toString(), number, backTo }] : []
  })
}
