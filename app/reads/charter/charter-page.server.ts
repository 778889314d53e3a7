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

/** A version of the charter (the one in force when none is named), and how it came to be. */
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
      const shown = version === null ? rows[0] : rows.find((row) => row.version === version)
      if (!shown) return undefined
      const history = rows.map(({ version: v, at, reason, number, title }) => ({
        version: v,
        reason,
        at: at.toString(),
        number,
        title,
      }))
      return {
        version: shown.version,
        hash: shown.hash,
        at: shown.at.toString(),
        charter: readCharter(shown.clauses),
        latest: rows[0]?.version ?? 0,
        lapsing: shown === rows[0] ? await lapsing(db) : [],
        history,
      }
    },
    { readOnly: true },
  )
}

/** The charter as it binds a member: in force since when, when they agreed to it, and who among the founders has. */
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
      const agreed = await membersWhoRatified(db, row.version)
      const mine = await latestRatification(db, member)
      return {
        version: row.version,
        at: row.adoptedAt.toString(),
        charter: readCharter(row.clauses),
        lapsing: await lapsing(db),
        mine: mine ? { version: mine.version, at: mine.at.toString() } : null,
        joined: members.find(({ id }) => id === member)?.joinedAt.toString() ?? null,
        members: members.map(({ id, displayName }) => ({
          id,
          name: displayName,
          agreed: agreed.has(id),
        })),
      }
    },
    { readOnly: true },
  )
}

/** How far the founders are with agreeing: whether this member has, and who else is still waited for. */
export async function ratificationOf(
  db: TenantDb,
  member: MemberId,
): Promise<{ readonly mine: boolean; readonly others: readonly string[] }> {
  const { version } = await charterInForce(db)
  const [members, agreed] = [await activeMembers(db), await membersWhoRatified(db, version)]
  const others = members.filter(({ id }) => id !== member && !agreed.has(id))
  return { mine: agreed.has(member), others: others.map(({ displayName }) => displayName) }
}

/** The clauses that protect less for a time: until when, by which decision, and what they go back to. */
async function lapsing(db: TenantDb) {
  const holders = await pendingSunsets(db)
  return holders.flatMap(({ clauseKey, sunsetAt, number, revertsTo }) => {
    const clause = findClause(clauseKey)
    const backTo = revertsTo as Record<string, number>
    return clause && sunsetAt ? [{ clause, at: sunsetAt.toString(), number, backTo }] : []
  })
}
