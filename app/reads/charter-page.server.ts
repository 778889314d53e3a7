import { and, desc, eq } from 'drizzle-orm'
import { readCharter } from '#app/domains/charter/charter.ts'
import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { ratifiedBy } from '#app/domains/charter/ratify.server.ts'
import { activeMembers } from '#app/domains/membership/members.server.ts'
import { charterVersions } from '#db/schema/charter.ts'
import { proposals } from '#db/schema/governance.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'

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
      const history = rows.map(({ version: v, at, number, title }) => ({
        version: v,
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
        history,
      }
    },
    { readOnly: true },
  )
}

/** The charter that is to be ratified, and who has agreed to it. */
export function readRatification(tenant: Tenant) {
  return inTenant(
    tenant.id,
    async (db) => {
      const { version, charter } = await charterInForce(db)
      const [members, agreed] = [await activeMembers(db), await ratifiedBy(db, version)]
      return {
        version,
        charter,
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
