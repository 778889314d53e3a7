/** Returns the page number that an address asks for: at least 1, at most 10,000, and 1 by default. */
export function pageNumber(query: URLSearchParams): number {
  return Math.min(10_000, Math.max(1, Math.floor(Number(query.get('page'))) || 1))
}
