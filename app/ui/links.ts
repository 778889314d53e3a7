import { isWithin, pagesOf } from '#app/site-map/look-up.ts'
import type { Bar } from '#app/site-map/page.ts'
import { pathTo } from '#app/site-map/paths.ts'
import type { useLanguage } from './language.tsx'
import type { CoOpFacts } from './site.tsx'

/** A link of a bar to a page. */
export type Link = {
  readonly href: string
  readonly label: string
  /** The paths of other pages that belong under this page. */
  readonly holds?: readonly string[]
}

type T = ReturnType<typeof useLanguage>['t']

/**
 * Returns the link under which the current page belongs: the one with the longest place that holds the page's path.
 */
export function currentLink(links: readonly Link[], path: string): Link | undefined {
  const matchLength = ({ href, holds = [] }: Link) =>
    Math.max(
      0,
      ...[href, ...holds].filter((place) => isWithin(path, place)).map(({ length }) => length),
    )
  const nearest = Math.max(0, ...links.map(matchLength))
  return nearest === 0 ? undefined : links.find((link) => matchLength(link) === nearest)
}

const linksOf = (t: T, bar: Bar): Link[] =>
  pagesOf(bar).map(({ href, word, holds }) => ({ href, label: t(word), holds }))

/** Returns the links to a co-op's public pages; without its shop while the co-op is suspended. */
export function coOpLinks(t: T, { suspended }: Pick<CoOpFacts, 'suspended'>): Link[] {
  return linksOf(t, 'co-op').filter(({ href }) => !suspended || href !== pathTo('/listings'))
}

/** Returns the links to the federation's public pages. */
export const federationLinks = (t: T): Link[] => linksOf(t, 'federation')

/** Returns the links to the pages that members use daily. */
export const officeLinks = (t: T): Link[] => linksOf(t, 'office')

/** Returns the links to the pages of the federation's admins. */
export const consoleLinks = (t: T): Link[] => linksOf(t, 'console')
