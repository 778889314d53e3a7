import { and, asc, eq, gt } from 'drizzle-orm'
import type { Actor } from '#app/kernel/actor.ts'
import { canonical } from '#app/kernel/canonical.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { type ImportId, newId, type PersonId } from '#app/kernel/ids.ts'
import type { Refusal } from '#app/kernel/outcome.ts'
import { repeatSince } from '#app/kernel/repeat.ts'
import { importRows, imports } from '#db/schema/founding.ts'
import { type FederationDb, advisoryLock } from '#tenants/scope.server.ts'

export type ImportRow = typeof importRows.$inferSelect

type NewImport = {
  readonly by: Actor<PersonId>
  readonly rows: readonly { readonly slug: string; readonly data: Record<string, string> }[]
  readonly at: Instant
}

/** Returns the import of the same file that the same person started a moment ago, because a form was sent twice. */
export async function findRepeatedImport(
  db: FederationDb,
  { by, rows, at }: NewImport,
): Promise<ImportId | undefined> {
  await advisoryLock(db, `imports:${by.id}`)
  const recent = await db
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.byPerson, by.id), gt(imports.createdAt, repeatSince(at))))
  for (const { id } of recent) {
    const earlierRows = (await rowsOf(db, id)).map(({ slug, data }) => ({ slug, data }))
    if (canonical(earlierRows) === canonical(rows)) return id
  }
  return undefined
}

/** Records the co-ops that an import will found, before it founds any. */
export async function startImport(
  db: FederationDb,
  { by, rows, at }: NewImport,
): Promise<ImportId> {
  const id = newId<ImportId>()
  await db.insert(imports).values({ id, byPerson: by.id, byName: by.name, createdAt: at })
  await db
    .insert(importRows)
    .values(rows.map(({ slug, data }, position) => ({ importId: id, position, slug, data })))
  return id
}

export async function importById(db: FederationDb, id: ImportId) {
  const [row] = await db.select().from(imports).where(eq(imports.id, id))
  return row
}

export function rowsOf(db: FederationDb, id: ImportId): Promise<ImportRow[]> {
  return db
    .select()
    .from(importRows)
    .where(eq(importRows.importId, id))
    .orderBy(asc(importRows.position))
}

type RowResult = { readonly refusal: Refusal | null; readonly at: Instant }

/** Records the result of one row. A row that has a result stays as it is. */
export async function finishRow(
  db: FederationDb,
  { importId, position }: Pick<ImportRow, 'importId' | 'position'>,
  { refusal, at }: RowResult,
): Promise<void> {
  await db
    .update(importRows)
    .set({ state: refusal ? 'refused' : 'founded', refusal, settledAt: at })
    .where(
      and(
        eq(importRows.importId, importId),
        eq(importRows.position, position),
        eq(importRows.state, 'waiting'),
      ),
    )
}
