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

type ActorAndTime = {
  readonly by: Actor<PersonId>
  readonly at: Instant
}

export type TermsRequest = Omit<NewTerms, 'by'>
export type TermsRefusal =
  | 'terms-past'
  | 'terms-squeeze'
  | 'terms-too-much'
  | 'terms-no-floor'
  | 'terms-floor-too-high'

/** Says why no co-op could comply with terms. Returns undefined when terms are possible. */
export function termsRefusal(
  { feeBp, workersFloorBp, hourlyFloors, from }: TermsRequest,
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
 * Adds terms for all co-ops from a moment on, and mails their stewards. It refuses a fee for which a co-op's charter
 * leaves no room, because only its members change a charter. Returns the version of the terms.
 */
export async function changeTerms(
  request: TermsRequest,
  { by, at }: ActorAndTime,
): Promise<Outcome<number, TermsRefusal>> {
  const refusal = termsRefusal(request, at)
  if (refusal) return refused(refusal)
  if ((await findAffectedCoOps(request)).overFeeLimit.length > 0) return refused('terms-squeeze')
  return inFederation(async (db) => {
    const before = await termsInForce(db, request.from)
    const { version, added } = await addTerms(db, { ...request, by: by.id })
    if (!added) return done(version)
    const { reason } = request
    const detail = { version, feeBp: request.feeBp, workersBp: request.workersFloorBp, reason }
    await recordAudit(db, { act: 'terms-changed', actor: by, detail, at })
    for (const tenant of await allTenants())
      if (tenant.state !== 'left') await mailStewards(db, tenant, { request, before, at })
    return done(version)
  })
}

type TermsChange = {
  readonly request: TermsRequest
  readonly before: { readonly feeBp: number; readonly workersFloorBp: number }
  readonly at: Instant
}

async function mailStewards(
  db: FederationDb,
  tenant: Tenant,
  { request, before, at }: TermsChange,
): Promise<void> {
  const coOp = await enterTenant(db, tenant.id)
  await mailMembers(coOp, await officeHolders(coOp, 'steward'), {
    template: 'terms-changed',
    data: {
      fee: request.feeBp / 100,
      feeBefore: before.feeBp / 100,
      workers: request.workersFloorBp / 100,
      workersBefore: before.workersFloorBp / 100,
      date: request.from.toString().slice(0, 10),
      reason: request.reason,
      path: pathTo('/office/charter'),
    },
    at,
  })
  await leaveTenant(coOp)
}

/** Finds the co-ops whose charters leave no room for a fee, and those whose charters promise less than a floor. */
export async function findAffectedCoOps(
  request: Pick<TermsRequest, 'feeBp' | 'workersFloorBp' | 'hourlyFloors'>,
) {
  const coOps = (await allTenants()).filter(({ state }) => state !== 'left')
  const checks = await Promise.all(
    coOps.map((tenant) =>
      inTenant(
        tenant.id,
        async (db) => {
          const { charter } = await charterInForce(db)
          return { tenant, ...checkAgainstFederation(charter, floorsOf(request, tenant.currency)) }
        },
        { readOnly: true },
      ),
    ),
  )
  return {
    overFeeLimit: checks.flatMap(({ tenant, overFeeLimit }) => (overFeeLimit ? [tenant] : [])),
    belowFloor: checks.flatMap(({ tenant, belowFloor }) => (belowFloor ? [tenant] : [])),
  }
}
