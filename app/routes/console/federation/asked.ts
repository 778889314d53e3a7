import { AUDIT_ACTS } from '#app/domains/federation/audit.ts'
import type { LogQuery } from '#app/reads/federation/console-page.server.ts'
import { COLUMNS, type ConsoleQuery, STATES } from '#app/reads/federation/console-rows.ts'
import { pageNumber } from '#app/request/query.ts'

/** What the console's address asks for. What it does not know it ignores. */
export function consoleAsked(query: URLSearchParams): ConsoleQuery {
  return {
    search: (query.get('q') ?? '').trim().slice(0, 80),
    state: STATES.find((state) => state === query.get('state')) ?? null,
    sort: COLUMNS.find((column) => column === query.get('sort')) ?? 'health',
    down: query.get('dir') === 'down',
  }
}

/** The same as an address. */
export function consoleQuery({ search, state, sort, down }: ConsoleQuery): string {
  const query = new URLSearchParams()
  if (search) query.set('q', search)
  if (state) query.set('state', state)
  if (sort !== 'health') query.set('sort', sort)
  if (down) query.set('dir', 'down')
  return query.toString()
}

/** What the log's address asks for. */
export function logAsked(query: URLSearchParams): LogQuery {
  return {
    slug: (query.get('co-op') ?? '').slice(0, 40),
    act: AUDIT_ACTS.find((act) => act === query.get('act')) ?? '',
    page: pageNumber(query),
  }
}
