import { isWithin, pagesOf } from '#app/site-map/look-up.ts'
import type { Bar } from '#app/site-map/pages.ts'
import { pathTo } from '#app/site-map/paths.ts'
import type { useLanguage } from './language.tsx'
import type { CoOpFacts } from './site.tsx'

/** A way to a page, as a bar shows it. */
export type Link = {
  readonly href: string
  readonly label: string
  /** Other pages that belong under it. */
  readonly holds?: readonly string[]
}

type T = ReturnType<typeof useLanguage>['t']

/** The link under which the page being read belongs: the one that holds the longest part of its path. */
export function placeOf(links: readonly Link[], path: string): Link | undefined {
  const reach = ({ href, holds = [] }: Link) =>
    Math.max(
      0,
      ...[href, ...holds].filter((place) => isWithin(path, place)).map(({ length }) => length),
    )
  const nearest = Math.max(0, ...links.map(reach))
  return nearest === 0 ? undefined : links.find((link) => reach(link) === nearest)
}

const linksOf = (t: T, bar: Bar): Link[] =>
  pagesOf(bar).map(({ href, word, holds }) => ({ href, label: t(word), holds }))

/** A co-op's public pages: while it is suspended, all but its shop. */
export function coOpLinks(t: T, { suspended }: Pick<CoOpFacts, 'suspended'>): Link[] {
  return linksOf(t, 'co-op').filter(({ href }) => !suspended || href !== pathTo('/listings'))
}

/** The federation's public pages. */
export const federationLinks = (t: T): Link[] => linksOf(t, 'federation')

/** What a member does every day. */
export const officeLinks = (t: T): Link[] => linksOf(t, 'office')

/** What the federation's admins look after. */
export const consoleLinks = (t: T): Link[] => linksOf(t, 'console')
