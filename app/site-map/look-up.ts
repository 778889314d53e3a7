import type { PlainKey } from '#app/locales/translate.ts'
import { PAGES } from './pages.ts'
import type { Bar, Page } from './page.ts'

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

/**
 * Returns the part of a cached page's query that the page reads, in one spelling: what nobody reads is no part of it.
 * The query of any other page is returned as it is.
 */
export function readQuery(path: string, search: string): string {
  const names = isCached(path) ? namesOf(pageAt(path)?.page) : undefined
  if (search === '' || !names) return search
  const query = new URLSearchParams(search)
  const read = names.map((name) => [name, query.get(name)])
  const known = new URLSearchParams(read.filter((pair): pair is [string, string] => !!pair[1]))
  return known.size > 0 ? `?${String(known)}` : ''
}

/** Returns whether a cached page is cached with this query, as {@link readQuery} returns it. */
export function isCachedWith(path: string, query: string): boolean {
  const values = pageAt(path)?.page.cached
  if (values === undefined) return false
  return [...new URLSearchParams(query)].every(
    ([name, value]) => values !== true && values[name]?.includes(value) === true,
  )
}

/** Returns whether the page at a path takes a file. */
export const takesFile = (path: string): boolean => pageAt(path)?.page.takesFile === true

const namesOf = (page: Page | undefined): readonly string[] =>
  page?.cached === undefined || page.cached === true ? [] : Object.keys(page.cached)

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

/** Returns the row of a path, in any spelling under which its page is found; undefined when it is no address of ours. */
function pageAt(path: string): (typeof matchers)[number] | undefined {
  const asked = path.replace(/\.data$/i, '')
  return matchers.find(({ matches }) => matches.test(asked))
}

/** The audiences whose pages show what a reader has typed or has, whoever they are. */
const PERSONAL: ReadonlySet<string | null> = new Set(['account', 'found'])

/**
 * Returns whether what a path answers is one reader's: it needs somebody who is signed in, its address is a secret or
 * has a code, or it is about their account. No browser stores such a page. A path that is no address of ours counts as
 * one, because its spelling may hide one.
 */
export function isPersonal(path: string): boolean {
  const page = pageAt(path)?.page
  if (!page) return true
  const hasCode = page.query?.includes('code') === true
  return page.for !== 'anybody' || page.secret === true || hasCode || PERSONAL.has(page.audience)
}

/**
 * Returns a path as it may be logged: without the parameters of a secret address, and `/*` for a path that is no
 * address of ours.
 */
export function loggable(path: string): string {
  const known = pageAt(path)
  if (!known) return '/*'
  return known.page.secret ? known.address : path.replace(/\.data$/i, '')
}
