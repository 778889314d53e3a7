import type { PlainKey } from '#app/locales/translate.ts'
import { type Bar, type Page, PAGES } from './pages.ts'

const all: readonly (readonly [address: string, page: Page])[] = Object.entries(PAGES)

/** Whether a path is a place or lies within it. */
export const isWithin = (path: string, place: string) =>
  path === place || path.startsWith(`${place}/`)

/** A page as it stands in a bar. */
type BarPage = {
  readonly href: string
  readonly word: PlainKey
  /** Other places that belong under it. */
  readonly holds: readonly string[]
}

const barPages = all.flatMap(([href, { nav }]) =>
  nav ? [{ bar: nav.bar, href, word: nav.word, holds: heldBy(href) }] : [],
)

/** What belongs under a page of a bar: each address up to its first hole. */
function heldBy(place: string): readonly string[] {
  return all
    .filter(([, { under }]) => under === place)
    .map(([address]) => address.replace(/\/:.*/, ''))
}

/** The pages of a bar, in order. */
export const pagesOf = (bar: Bar): readonly BarPage[] => barPages.filter((page) => page.bar === bar)

const pattern = (address: string, hole: string) =>
  address.replaceAll('.', '\\.').replaceAll(/:\w+/g, hole)

const anyOf = (patterns: readonly string[]) => new RegExp(`^(?:${patterns.join('|')})$`)

const cached = anyOf(
  all.filter(([, page]) => page.cached).map(([address]) => pattern(address, '[a-z0-9-]+')),
)

/** Whether a path is of a page that is the same for everybody who is not signed in. */
export const isCached = (path: string): boolean => cached.test(path)

/** The places in which every page is of somebody who is signed in. */
const guarded = [
  ...new Set(
    all
      .filter(([, page]) => page.for !== 'anybody')
      .map(([address]) => `/${address.split('/')[1]}`),
  ),
]

/** Whether a page at this path may be of somebody who is signed in: no browser keeps it. */
export const isPersonal = (path: string): boolean => guarded.some((place) => isWithin(path, place))

const matchers = all
  .filter(([address]) => address !== '/*')
  .map(([address, page]) => ({
    address,
    page,
    matches: new RegExp(`^${pattern(address, '[^/]+')}/?$`, 'i'),
  }))
  // A hole takes what no other address names.
  .toSorted((one, other) => holesIn(one.address) - holesIn(other.address))

function holesIn(address: string): number {
  return address.split(':').length - 1
}

/** A path as it may be logged: what a secret address names is left out, and so is what is no address of ours. */
export function loggable(path: string): string {
  const asked = path.replace(/\.data$/, '')
  const known = matchers.find(({ matches }) => matches.test(asked))
  if (!known) return '/*'
  return known.page.secret ? known.address : asked
}
