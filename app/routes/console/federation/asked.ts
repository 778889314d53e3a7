import { AUDIT_ACTS } from '#app/domains/federation/audit.ts'
import type { LogQuery } from '#app/reads/federation/console-page.server.ts'
import { COLUMNS, type ConsoleQuery, STATES } from '#app/reads/federation/console-rows.ts'
import { pageNumber } from '#app/request/query.ts'

/** Reads the query of the console's table. It ignores unknown values. */
export function consoleAsked(query: URLSearchParams): ConsoleQuery {
  return {
    search: (query.get('q') ?? '').trim().slice(0, 80),
    state: STATES.find((state) => state === query.get('state')) ?? null,
    sort: COLUMNS.find((column) => column === query.get('sort')) ?? 'health',
    down: query.get('dir') === 'down',
  }
}

/** Returns the query of the console's table as an address. */
export function consoleQuery({ search, state, sort, down }: ConsoleQuery): string {
  const query = new URLSearchParams()
  if (search) query.set('q', search)
  if (state) query.set('state', state)
  if (sort !== 'health') query.set('sort', sort)
  if (down) query.set('dir', 'down')
  return query.toString()
}

/** Reads the query of the log. */
export function logAsked(query: URLSearchParams): LogQuery {
  return {
    slug: (query.get('co-op') ?? '').slice(0, 40),
    act: AUDIT_ACTS.find((act) => act === query.get('act')) ?? '',
    page: pageNumber(query),
  }
}
