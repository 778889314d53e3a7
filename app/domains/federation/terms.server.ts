import { and, desc, eq, gt, lte, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { repeatSince } from '#app/kernel/repeat.ts'
import { federationTerms } from '#db/schema/federation.ts'
import { type FederationDb, advisoryLock, type TenantDb } from '#tenants/scope.server.ts'

/** A version of the federation's terms: its fee and the floors for charters. */
export type Terms = typeof federationTerms.$inferSelect

export async function termsInForce(db: TenantDb | FederationDb, at: Instant): Promise<Terms> {
  const [terms] = await db
    .select()
    .from(federationTerms)
    .where(lte(federationTerms.fromAt, at))
    .orderBy(desc(federationTerms.version))
    .limit(1)
  if (!terms) throw new Error('The federation has no terms in force.')
  return terms
}

/** Returns the terms that will follow these, the next first, without those that later ones replace before their day. */
export async function upcomingTerms(
  db: FederationDb,
  { version, fromAt }: Terms,
): Promise<readonly Terms[]> {
  const decided = await db
    .select()
    .from(federationTerms)
    .where(and(gt(federationTerms.version, version), gt(federationTerms.fromAt, fromAt)))
    .orderBy(desc(federationTerms.version))
  return decided
    .filter((terms, index) =>
      decided
        .slice(0, index)
        .every((later) => later.fromAt.epochMilliseconds > terms.fromAt.epochMilliseconds),
    )
    .toReversed()
}

export type NewTerms = Pick<Terms, 'feeBp' | 'workersFloorBp' | 'hourlyFloors' | 'reason'> & {
  readonly by: PersonId
  readonly from: Instant
}

/** Adds the next version of the terms. Terms equal to the last ones are that version, because a form was sent twice. */
export async function addTerms(
  db: FederationDb,
  { by, from, ...terms }: NewTerms,
): Promise<{ readonly version: number; readonly added: boolean }> {
  await advisoryLock(db, 'terms')
  const isSame = and(
    eq(federationTerms.feeBp, terms.feeBp),
    eq(federationTerms.workersFloorBp, terms.workersFloorBp),
    sql`${federationTerms.hourlyFloors} = ${JSON.stringify(terms.hourlyFloors)}::text::jsonb`,
    eq(federationTerms.reason, terms.reason),
    gt(federationTerms.fromAt, repeatSince(from)),
    lte(federationTerms.fromAt, from),
  )
  const [last] = await db
    .select({ version: federationTerms.version, same: sql<boolean>`${isSame}` })
    .from(federationTerms)
    .orderBy(desc(federationTerms.version))
    .limit(1)
  if (last?.same) return { version: last.version, added: false }
  const version = (last?.version ?? 0) + 1
  await db.insert(federationTerms).values({ version, ...terms, changedBy: by, fromAt: from })
  return { version, added: true }
}
