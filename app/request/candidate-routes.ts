import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

/**
 * Returns a function that gives, for an address, the same build with only the routes that could match it. Remix ranks
 * and matches all of its routes several times in one request, which with a hundred routes costs more than the page.
 * Remix still chooses among the remaining ones. One build is made for each set of routes.
 */
export function candidateRoutes(build: ServerBuild): (pathname: string) => ServerBuild {
  const patterns = Object.keys(build.routes).map((id) => ({
    id,
    segments: segmentsOf(patternOf(id, build.routes)),
  }))
  const builds = new Map<string, ServerBuild>()
  return (pathname) => {
    // Remix decodes an unusual spelling itself, so it gets all routes.
    if (/%|\/\/|\.data$/.test(pathname)) return build
    const requested = segmentsOf(pathname)
    const ids = patterns
      .filter(({ segments }) => couldMatch(segments, requested))
      .map(({ id }) => id)
    const key = ids.join('\n')
    const candidate = builds.get(key) ?? withRoutes(build, withParents(ids, build.routes))
    builds.set(key, candidate)
    return candidate
  }
}

function patternOf(id: string, routes: Routes): string {
  const route = routes[id]
  const parent = route?.parentId ? patternOf(route.parentId, routes) : ''
  return `${parent}/${route?.path ?? ''}`
}

const segmentsOf = (path: string) => path.toLowerCase().split('/').filter(Boolean)

function couldMatch(pattern: readonly string[], requested: readonly string[]): boolean {
  if (pattern.at(-1) !== '*' && pattern.length !== requested.length) return false
  return pattern.every(
    (segment, index) => segment === '*' || segment.startsWith(':') || segment === requested[index],
  )
}

function withParents(ids: readonly string[], routes: Routes): ReadonlySet<string> {
  const found = new Set<string>()
  for (let id of ids) {
    for (let next: string | undefined = id; next; next = routes[next]?.parentId) found.add(next)
  }
  return found
}

function withRoutes(build: ServerBuild, ids: ReadonlySet<string>): ServerBuild {
  const pick = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)))
  return {
    ...build,
    routes: pick(build.routes),
    assets: { ...build.assets, routes: pick(build.assets.routes) },
  }
}
