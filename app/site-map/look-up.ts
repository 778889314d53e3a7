import type { PlainKey } from '#app/locales/translate.ts'
import { type Bar, type Page, PAGES } from './pages.ts'

const all: readonly (readonly [address: string, page: Page])[] = Object.entries(PAGES)

/** Returns whether a path is a place or lies within it. */
export const isWithin = (path: string, place: string) =>
  path === place || path.startsWith(`${place}/`)

/** A page as a bar shows it. */
type BarPage = {
  readonly href: string
  readonly word: PlainKey
  /** Other places that belong under the page. */
  readonly holds: readonly string[]
}

const barPages = all.flatMap(([href, { nav }]) =>
  nav ? [{ bar: nav.bar, href, word: nav.word, holds: placesUnder(href) }] : [],
)

/** Returns the places that belong under a page of a bar: each address up to its first parameter. */
function placesUnder(place: string): readonly string[] {
  return all
    .filter(([, { under }]) => under === place)
    .map(([address]) => address.replace(/\/:.*/, ''))
}

/** Returns the pages of a bar, in order. */
export const pagesOf = (bar: Bar): readonly BarPage[] => barPages.filter((page) => page.bar === bar)

const pattern = (address: string, parameter: string) =>
  address.replaceAll('.', '\\.').replaceAll(/:\w+/g, parameter)

const anyOf = (patterns: readonly string[]) => new RegExp(`^(?:${patterns.join('|')})$`)

const cached = anyOf(
  all.filter(([, page]) => page.cached).map(([address]) => pattern(address, '[a-z0-9-]+')),
)

/** Returns whether the page at a path is the same for every reader who is not signed in. */
export const isCached = (path: string): boolean => cached.test(path)

/** The places in which every page needs a reader who is signed in. */
const guarded = [
  ...new Set(
    all
      .filter(([, page]) => page.for !== 'anybody')
      .map(([address]) => `/${address.split('/')[1]}`),
  ),
]

/** Returns whether the page at a path may need a reader who is signed in. No browser stores such a page. */
export const isPersonal = (path: string): boolean => guarded.some((place) => isWithin(path, place))

const matchers = all
  .filter(([address]) => address !== '/*')
  .map(([address, page]) => ({
    address,
    page,
    matches: new RegExp(`^${pattern(address, '[^/]+')}/?$`, 'i'),
  }))
  // An address with fewer parameters comes first, so a parameter matches only what no other address names.
  .toSorted((one, other) => parameterCount(one.address) - parameterCount(other.address))

function parameterCount(address: string): number {
  return address.split(':').length - 1
}

/**
 * Returns a path as it may be logged: without the parameters of a secret address, and `/*` for a path that is no
 * address of ours.
 */
export function loggable(path: string): string {
  const asked = path.replace(/\.data$/, '')
  const known = matchers.find(({ matches }) => matches.test(asked))
  if (!known) return '/*'
  return known.page.secret ? known.address : asked
}
