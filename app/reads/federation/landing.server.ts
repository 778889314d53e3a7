import { eq } from 'drizzle-orm'
import { termsInForce } from '#app/domains/federation/terms.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { tenantFigures, tenants } from '#db/schema/federation.ts'
import { inFederation } from '#tenants/scope.server.ts'

/** Reads the open co-ops with the figures of their own books, and the federation's fee. */
export function readLanding(at: Instant) {
  return inFederation(
    async (db) => {
      const rows = await db
        .select({ tenant: tenants, figures: tenantFigures })
        .from(tenants)
        .leftJoin(tenantFigures, eq(tenantFigures.tenantId, tenants.id))
        .orderBy(tenants.name)
      const coOps = rows
        .filter(({ tenant }) => tenant.state === 'open')
        .map(({ tenant, figures }) => ({
          slug: tenant.slug,
          name: tenant.name,
          trade: tenant.trade,
          city: tenant.city,
          currency: tenant.currency,
          look: `s=${tenant.slug}&c=${tenant.colour.slice(1)}&d=${tenant.colour2.slice(1)}`,
          members: figures?.members ?? 0,
          orders: figures?.orders12m ?? 0,
          hourly: figures?.hourlyMedian ?? null,
          shared: figures
            ? figures.workers12m + figures.coOp12m + figures.federation12m + figures.card12m
            : 0n,
          workers: figures?.workers12m ?? 0n,
          card: figures?.card12m ?? 0n,
        }))
      const terms = await termsInForce(db, at)
      const sum = (figure: (coOp: (typeof coOps)[number]) => number) =>
        coOps.reduce((total, coOp) => total + figure(coOp), 0)
      // Currencies differ, so shares are averaged instead of amounts: each co-op counts by its
      // orders.
      const weight = sum(({ orders }) => orders)
      const share = (figure: (coOp: (typeof coOps)[number]) => bigint) =>
        weight === 0
          ? 0
          : Math.round(
              sum((coOp) =>
                coOp.shared > 0n ? Number((figure(coOp) * 10_000n) / coOp.shared) * coOp.orders : 0,
              ) / weight,
            )
      return {
        coOps,
        members: sum(({ members }) => members),
        orders: weight,
        workersBp: share(({ workers }) => workers),
        cardBp: share(({ card }) => card),
        feeBp: terms.feeBp,
      }
    },
    { readOnly: true },
  )
}

export type LandingPage = Awaited<ReturnType<typeof readLanding>>
