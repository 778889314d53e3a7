/** The page of a long list that an address asks for; the first when it asks for none. */
export function pageIn(query: URLSearchParams): number {
  return Math.min(10_000, Math.max(1, Math.floor(Number(query.get('page'))) || 1))
}
