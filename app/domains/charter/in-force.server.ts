import { and, desc, eq } from 'drizzle-orm'
import { charterVersions } from '#db/schema/charter.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { readCharter } from './charter.ts'
import type { Charter } from './clauses.ts'

export type CharterVersion = { readonly version: number; readonly charter: Charter }

/** Returns the charter in force, by which everything is priced, split and decided from now on. */
export async function charterInForce(db: TenantDb): Promise<CharterVersion> {
  const [row] = await db
    .select({ version: charterVersions.version, clauses: charterVersions.clauses })
    .from(charterVersions)
    .where(eq(charterVersions.tenantId, db.tenant))
    .orderBy(desc(charterVersions.version))
    .limit(1)
  if (!row) throw new Error('This co-op has no charter.')
  return { version: row.version, charter: readCharter(row.clauses) }
}

/** Returns the charter of one version. An order stores the version that priced it. */
export async function charterOfVersion(db: TenantDb, version: number): Promise<Charter> {
  const [row] = await db
    .select({ clauses: charterVersions.clauses })
    .from(charterVersions)
    .where(and(eq(charterVersions.tenantId, db.tenant), eq(charterVersions.version, version)))
  if (!row) throw new Error(`This co-op has no charter ${version}.`)
  return readCharter(row.clauses)
}
