import { importById, rowsOf } from '#app/domains/founding/imports.server.ts'
import type { ImportId } from '#app/kernel/ids.ts'
import { tenants } from '#db/schema/federation.ts'
import { inFederation } from '#tenants/scope.server.ts'

/** Reads the progress of an import. */
export function readImport(id: ImportId) {
  return inFederation(
    async (db) => {
      const imported = await importById(db, id)
      if (!imported) return undefined
      const rows = await rowsOf(db, id)
      return {
        by: imported.byName,
        at: imported.createdAt.toString(),
        rows: rows.map(({ position, slug, data, state, refusal }) => ({
          position,
          slug,
          name: data['name'] ?? slug,
          state,
          refusal,
        })),
      }
    },
    { readOnly: true },
  )
}

/** Returns the addresses of all co-ops, for checking many at once. */
export async function readTakenSlugs(): Promise<ReadonlySet<string>> {
  const rows = await inFederation((db) => db.select({ slug: tenants.slug }).from(tenants), {
    readOnly: true,
  })
  return new Set(rows.map(({ slug }) => slug))
}
