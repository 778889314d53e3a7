import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { factsOfAll, NO_FACTS } from '#app/rules/orders/facts.server.ts'
import { possibleStep, workOfAll } from '#app/rules/orders/work.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { ratificationOf } from '#app/reads/charter/charter-page.server.ts'
import { checklistOf } from '#app/reads/founding/checklist.server.ts'
import { owedTo, weekEarnings } from '#app/reads/books/member-account.server.ts'
import { jobsOfMember } from './jobs-of-member.server.ts'
import { proposalsFor } from '#app/reads/decisions/proposals-page.server.ts'

/** Reads a member's day and the days after it: jobs, pay, open decisions, and the checklist of a new co-op. */
export function readToday(tenant: Tenant, member: MemberId, at: Instant) {
  return inTenant(
    tenant.id,
    async (db) => {
      const [jobs, owed, week, openProposals, steps, founding] = await Promise.all([
        jobsOf(db, member, at),
        owedTo(db, member),
        weekEarnings(db, tenant, { member, at }),
        proposalsFor(db, member, ['voting', 'discussion']),
        checklistOf(db, tenant, { member, at }),
        tenant.state === 'founding' ? ratificationOf(db, member) : null,
      ])
      return { jobs, owed, week, open: openProposals, steps, founding }
    },
    { readOnly: true },
  )
}

/** How long work stays on the page after its end, in hours. */
const SHOWN_HOURS = 20

async function jobsOf(db: TenantDb, member: MemberId, at: Instant) {
  const since = at.subtract({ hours: SHOWN_HOURS })
  const rows = await jobsOfMember(db, member, { since, limit: 30 })
  const items = rows.map(({ item }) => item)
  const [facts, work] = await Promise.all([factsOfAll(db, items), workOfAll(db, items)])
  return rows.map(({ order, item, title, state, customer }) => {
    const { start, end, place, notes } = facts.get(item.id) ?? NO_FACTS
    const own = work.get(item.id)?.workers.find((worker) => worker.member === member)
    return {
      order: order.id,
      item: item.id,
      kind: item.kind,
      title,
      customer,
      state: own?.state ?? null,
      phase: own?.phase ?? (state === 'paid' ? 'ahead' : 'over'),
      next: state === 'paid' ? possibleStep(own, at) : null,
      start: start?.toString() ?? null,
      end: end?.toString() ?? null,
      where: place.short,
      notes,
    }
  })
}
