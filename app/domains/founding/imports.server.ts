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

type New = {
  readonly by: Actor<PersonId>
  readonly rows: readonly { readonly slug: string; readonly data: Record<string, string> }[]
  readonly at: Instant
}

/** The very same file from the same hand a moment ago: a form that was sent twice. */
export async function justStarted(
  db: FederationDb,
  { by, rows, at }: New,
): Promise<ImportId | undefined> {
  await advisoryLock(db, `imports:${by.id}`)
  const recent = await db
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.byPerson, by.id), gt(imports.createdAt, repeatSince(at))))
  for (const { id } of recent) {
    const before = (await rowsOf(db, id)).map(({ slug, data }) => ({ slug, data }))
    if (canonical(before) === canonical(rows)) return id
  }
  return undefined
}

/** Writes down which co-ops are to be founded, before any of them is. */
export async function startImport(db: FederationDb, { by, rows, at }: New): Promise<ImportId> {
  const id = newId<ImportId>()
  await db.insert(imports).values({ id, byPerson: by.id, byName: by.name, createdAt: at })
  await db
    .insert(importRows)
    .values(rows.map(({ slug, data }, position) => ({ importId: id, position, slug, data })))
  return id
}

export async function importById(db: FederationDb, id: ImportId) {
  const [found] = await db.select().from(imports).where(eq(imports.id, id))
  return found
}

export function rowsOf(db: FederationDb, id: ImportId): Promise<ImportRow[]> {
  return db
    .select()
    .from(importRows)
    .where(eq(importRows.importId, id))
    .orderBy(asc(importRows.position))
}

type Settled = { readonly refusal: Refusal | null; readonly at: Instant }

/** Says what became of one row; a row that is settled stays as it is. */
export async function settleRow(
  db: FederationDb,
  { importId, position }: Pick<ImportRow, 'importId' | 'position'>,
  { refusal, at }: Settled,
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
