import { and, asc, count, desc, eq, ilike, isNull, or, sql } from 'drizzle-orm'
import { type AuditAct, readAuditAct } from '#app/domains/federation/audit.ts'
import { viewsOf } from '#app/domains/federation/views.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { auditLog, delegates, supportDoors, tenantFigures, tenants } from '#db/schema/federation.ts'
import { people } from '#db/schema/accounts.ts'
import { mails } from '#db/schema/mail.ts'
import { processorAccounts } from '#db/schema/payments.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { type ConsoleQuery, healthOf, sortRows } from './console-rows.ts'

/** Reads the co-ops that match the query, with their state, figures and health, in the order of the query. */
export function readConsole(query: ConsoleQuery, { admin, at }: { admin: PersonId; at: Instant }) {
  return inFederation(
    async (db) => {
      const openDoors = await db
        .selectDistinct({ tenant: supportDoors.tenantId })
        .from(supportDoors)
        .where(
          and(eq(supportDoors.state, 'open'), sql`${supportDoors.expiresAt} > ${at.toString()}`),
        )
      const stuck = await db
        .select({ tenant: mails.tenantId, letters: count() })
        .from(mails)
        .where(and(isNull(mails.sentAt), sql`${mails.attempts} >= 5`))
        .groupBy(mails.tenantId)
      const rows = await db
        .select({ tenant: tenants, figures: tenantFigures, account: processorAccounts.state })
        .from(tenants)
        .leftJoin(tenantFigures, eq(tenantFigures.tenantId, tenants.id))
        .leftJoin(processorAccounts, eq(processorAccounts.tenantId, tenants.id))
        .where(matchesQuery(query))
      const doors = new Set(openDoors.map(({ tenant }) => tenant))
      const letters = new Map(stuck.map(({ tenant, letters: count }) => [tenant, count]))
      const coOps = rows.map(({ tenant, figures, account }) => ({
        slug: tenant.slug,
        name: tenant.name,
        city: tenant.city,
        blueprint: tenant.blueprint,
        state: tenant.state,
        currency: tenant.currency,
        timeZone: tenant.timeZone,
        colour: tenant.colour,
        colour2: tenant.colour2,
        members: figures?.members ?? 0,
        orders: figures?.orders12m ?? 0,
        sales: figures?.sales12m ?? 0n,
        hourly: figures?.hourlyMedian ?? null,
        stayed: stayedBp(figures),
        lastOrder: figures?.lastOrderAt?.toString() ?? null,
        health: healthOf({
          state: tenant.state,
          since: tenant.stateSince,
          lastOrder: figures?.lastOrderAt ?? null,
          members: figures?.members ?? 0,
          account,
          letters: letters.get(tenant.id) ?? 0,
          door: doors.has(tenant.id),
          at,
        }),
      }))
      return {
        coOps: sortRows(coOps, query),
        views: await viewsOf(db, admin),
        all: (await db.select({ rows: count() }).from(tenants))[0]?.rows ?? 0,
      }
    },
    { readOnly: true },
  )
}

function matchesQuery({ search, state }: ConsoleQuery) {
  const like = `%${search.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`
  return and(
    search === ''
      ? undefined
      : or(ilike(tenants.name, like), ilike(tenants.slug, like), ilike(tenants.city, like)),
    state ? eq(tenants.state, state) : undefined,
  )
}

/**
 * Returns which part of customers' payments remained with members, co-op and federation, in basis points; null before
 * any payment.
 */
function stayedBp(figures: typeof tenantFigures.$inferSelect | null): number | null {
  if (!figures) return null
  const { workers12m, coOp12m, federation12m, card12m } = figures
  const total = workers12m + coOp12m + federation12m + card12m
  return total > 0n ? Number(((total - card12m) * 10_000n) / total) : null
}

/** Reads one co-op for the console: its facts, its figures, its delegates and its log. */
export function readCoOp(slug: string) {
  return inFederation(
    async (db) => {
      const [row] = await db
        .select({ tenant: tenants, figures: tenantFigures, account: processorAccounts.state })
        .from(tenants)
        .leftJoin(tenantFigures, eq(tenantFigures.tenantId, tenants.id))
        .leftJoin(processorAccounts, eq(processorAccounts.tenantId, tenants.id))
        .where(eq(tenants.slug, slug))
      if (!row) return undefined
      const { tenant, figures, account } = row
      const delegatePeople = await db
        .select({ id: people.id, name: people.name, email: people.email })
        .from(delegates)
        .innerJoin(people, eq(people.id, delegates.personId))
        .where(eq(delegates.tenantId, tenant.id))
        .orderBy(asc(people.name))
      const log = await db
        .select(LOG_COLUMNS)
        .from(auditLog)
        .leftJoin(tenants, eq(tenants.id, auditLog.tenantId))
        .where(eq(auditLog.tenantId, tenant.id))
        .orderBy(desc(auditLog.at), desc(auditLog.id))
        .limit(50)
      return {
        slug: tenant.slug,
        name: tenant.name,
        trade: tenant.trade,
        city: tenant.city,
        country: tenant.country,
        timeZone: tenant.timeZone,
        currency: tenant.currency,
        blueprint: tenant.blueprint,
        state: tenant.state,
        reason: tenant.stateReason,
        since: tenant.stateSince.toString(),
        founded: tenant.createdAt.toString(),
        look: `s=${tenant.slug}&c=${tenant.colour.slice(1)}&d=${tenant.colour2.slice(1)}`,
        account,
        members: figures?.members ?? 0,
        orders: figures?.orders12m ?? 0,
        sales: figures?.sales12m ?? 0n,
        hourly: figures?.hourlyMedian ?? null,
        delegates: delegatePeople,
        log: log.map(toLogEntry),
      }
    },
    { readOnly: true },
  )
}

export type LogQuery = { readonly slug: string; readonly act: string; readonly page: number }

const PER_PAGE = 50

/** Reads a page of the federation's log, of one co-op or one act when the query names it. */
export function readLog({ slug, act, page }: LogQuery, perPage = PER_PAGE) {
  return inFederation(
    async (db) => {
      const [coOp] = slug
        ? await db.select({ id: tenants.id }).from(tenants).where(eq(tenants.slug, slug))
        : []
      const rows = await db
        .select(LOG_COLUMNS)
        .from(auditLog)
        .leftJoin(tenants, eq(tenants.id, auditLog.tenantId))
        .where(
          and(
            slug ? (coOp ? eq(auditLog.tenantId, coOp.id) : sql`false`) : undefined,
            act ? eq(auditLog.act, act) : undefined,
          ),
        )
        .orderBy(desc(auditLog.at), desc(auditLog.id))
        .limit(perPage + 1)
        .offset((page - 1) * perPage)
      const coOps = await db
        .select({ slug: tenants.slug, name: tenants.name })
        .from(tenants)
        .orderBy(asc(tenants.name))
      return { rows: rows.slice(0, perPage).map(toLogEntry), more: rows.length > perPage, coOps }
    },
    { readOnly: true },
  )
}

const LOG_COLUMNS = { entry: auditLog, slug: tenants.slug, name: tenants.name }

type LogRow = {
  readonly entry: typeof auditLog.$inferSelect
  readonly slug: string | null
  readonly name: string | null
}

/** An entry of the log. The co-op has its current name. */
export type LogEntry = {
  readonly id: string
  readonly at: string
  readonly actor: string
  /** Whether the actor has an account of the federation. A co-op's own member acts under their name alone. */
  readonly account: boolean
  readonly act: AuditAct
  readonly coOp: { readonly slug: string; readonly name: string } | null
  readonly detail: Readonly<Record<string, unknown>>
}

function toLogEntry({ entry, slug, name }: LogRow): LogEntry {
  const { id, at, actorId, actorName, act, detail } = entry
  return {
    id,
    at: at.toString(),
    actor: actorName,
    account: actorId !== null,
    act: readAuditAct(act),
    coOp: slug !== null && name !== null ? { slug, name } : null,
    detail,
  }
}
