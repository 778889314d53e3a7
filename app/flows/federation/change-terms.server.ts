import { floorsOf, checkAgainstFederation } from '#app/domains/charter/amendment.ts'
import { CLAUSES, maxWorkersBp } from '#app/domains/charter/clauses.ts'
import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { recordAudit } from '#app/domains/federation/audit.server.ts'
import { addTerms, type NewTerms, termsInForce } from '#app/domains/federation/terms.server.ts'
import { mailMembers } from '#app/flows/mail/mail-members.server.ts'
import { officeHolders } from '#app/domains/members/members.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { allTenants, type Tenant } from '#tenants/directory.server.ts'
import {
  enterTenant,
  type FederationDb,
  inFederation,
  inTenant,
  leaveTenant,
} from '#tenants/scope.server.ts'

type When = {
  readonly by: Actor<PersonId>
  readonly at: Instant
}

export type TermsAsked = Omit<NewTerms, 'by'>
export type TermsRefusal =
  | 'terms-past'
  | 'terms-squeeze'
  | 'terms-too-much'
  | 'terms-no-floor'
  | 'terms-floor-too-high'

/** What no co-op could live by; undefined when terms can hold. */
export function termsRefusal(
  { feeBp, workersFloorBp, hourlyFloors, from }: TermsAsked,
  at: Instant,
): Exclude<TermsRefusal, 'terms-squeeze'> | undefined {
  if (from.epochMilliseconds < at.epochMilliseconds) return 'terms-past'
  if (workersFloorBp > maxWorkersBp(feeBp)) return 'terms-too-much'
  const floors = Object.values(hourlyFloors)
  if (floors.some((minor) => minor <= 0)) return 'terms-no-floor'
  return floors.some((minor) => minor > CLAUSES.floor.terms.hourlyMinor.max)
    ? 'terms-floor-too-high'
    : undefined
}

/**
 * Adds terms for all co-ops from a moment on, and writes to their stewards. A fee for which an open co-op's charter
 * leaves no room is refused, and says whose: a charter changes by its members' vote, never by the federation's.
 */
export async function changeTerms(
  asked: TermsAsked,
  { by, at }: When,
): Promise<Outcome<number, TermsRefusal>> {
  const refusal = termsRefusal(asked, at)
  if (refusal) return refused(refusal)
  if ((await affectedBy(asked)).squeezed.length > 0) return refused('terms-squeeze')
  return inFederation(async (db) => {
    const before = await termsInForce(db, asked.from)
    const { version, added } = await addTerms(db, { ...asked, by: by.id })
    if (!added) return done(version)
    const { reason } = asked
    const detail = { version, feeBp: asked.feeBp, workersBp: asked.workersFloorBp, reason }
    await recordAudit(db, { act: 'terms-changed', actor: by, detail, at })
    for (const tenant of await allTenants())
      if (tenant.state !== 'left') await tell(db, tenant, { asked, before, at })
    return done(version)
  })
}

type News = {
  readonly asked: TermsAsked
  readonly before: { readonly feeBp: number; readonly workersFloorBp: number }
  readonly at: Instant
}

async function tell(db: FederationDb, tenant: Tenant, { asked, before, at }: News): Promise<void> {
  const own = await enterTenant(db, tenant.id)
  await mailMembers(own, await officeHolders(own, 'steward'), {
    template: 'terms-changed',
    data: {
      fee: asked.feeBp / 100,
      feeBefore: before.feeBp / 100,
      workers: asked.workersFloorBp / 100,
      workersBefore: before.workersFloorBp / 100,
      date: asked.from.toString().slice(0, 10),
      reason: asked.reason,
      path: pathTo('/office/charter'),
    },
    at,
  })
  await leaveTenant(own)
}

/** The co-ops whose charters leave no room for a fee, and those whose charters promise less than a floor. */
export async function affectedBy(
  asked: Pick<TermsAsked, 'feeBp' | 'workersFloorBp' | 'hourlyFloors'>,
) {
  const standing = (await allTenants()).filter(({ state }) => state !== 'left')
  const held = await Promise.all(
    standing.map((tenant) =>
      inTenant(
        tenant.id,
        async (db) => {
          const { charter } = await charterInForce(db)
          return { tenant, ...checkAgainstFederation(charter, floorsOf(asked, tenant.currency)) }
        },
        { readOnly: true },
      ),
    ),
  )
  return {
    squeezed: held.flatMap(({ tenant, overFeeLimit: squeezed }) => (squeezed ? [tenant] : [])),
    below: held.flatMap(({ tenant, belowFloor: below }) => (below ? [tenant] : [])),
  }
}
