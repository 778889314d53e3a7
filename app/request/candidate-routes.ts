import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

/**
 * Gives, for an address, the same build with only those routes that could answer it. Remix ranks and matches every
 * route it is given several times in one request, which with a hundred of them costs more than the page; what it
 * chooses among is narrowed here, the choice stays its own. Builds are made once for each set of routes.
 */
export function candidateRoutes(build: ServerBuild): (pathname: string) => ServerBuild {
  const patterns = Object.keys(build.routes).map((id) => ({
    id,
    segments: segmentsOf(patternOf(id, build.routes)),
  }))
  const made = new Map<string, ServerBuild>()
  return (pathname) => {
    // Written in an unusual way: Remix knows what it means, so it gets them all.
    if (/%|\/\/|\.data$/.test(pathname)) return build
    const asked = segmentsOf(pathname)
    const ids = patterns.filter(({ segments }) => couldBe(segments, asked)).map(({ id }) => id)
    const key = ids.join('\n')
    const known = made.get(key) ?? only(build, withParents(ids, build.routes))
    made.set(key, known)
    return known
  }
}

function patternOf(id: string, routes: Routes): string {
  const route = routes[id]
  const parent = route?.parentId ? patternOf(route.parentId, routes) : ''
  return `${parent}/${route?.path ?? ''}`
}

const segmentsOf = (path: string) => path.toLowerCase().split('/').filter(Boolean)

function couldBe(pattern: readonly string[], asked: readonly string[]): boolean {
  if (pattern.at(-1) !== '*' && pattern.length !== asked.length) return false
  return pattern.every(
    (segment, at) => segment === '*' || segment.startsWith(':') || segment === asked[at],
  )
}

function withParents(ids: readonly string[], routes: Routes): ReadonlySet<string> {
  const all = new Set<string>()
  for (let id of ids) {
    for (let next: string | undefined = id; next; next = routes[next]?.parentId) all.add(next)
  }
  return all
}

function only(build: ServerBuild, ids: ReadonlySet<string>): ServerBuild {
  const among = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)))
  return {
    ...build,
    routes: among(build.routes),
    assets: { ...build.assets, routes: among(build.assets.routes) },
  }
}
