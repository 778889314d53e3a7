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
  const within = (place: string) => path === place || path.startsWith(`${place}/`)
  const reach = ({ href, holds = [] }: Link) =>
    Math.max(0, ...[href, ...holds].filter(within).map(({ length }) => length))
  const nearest = Math.max(0, ...links.map(reach))
  return nearest === 0 ? undefined : links.find((link) => reach(link) === nearest)
}

/** A co-op's public pages: while it is suspended, all but its shop. */
export function coOpLinks(t: T, { suspended }: Pick<CoOpFacts, 'suspended'>): Link[] {
  return [
    ...(suspended ? [] : [{ href: '/listings', label: t('common:nav.prices') }]),
    { href: '/books', label: t('common:nav.books') },
    { href: '/charter', label: t('common:nav.charter') },
    { href: '/decisions', label: t('common:nav.decisions') },
  ]
}

/** The federation's public pages. */
export function federationLinks(t: T): Link[] {
  return [
    { href: '/start', label: t('common:nav.start') },
    { href: '/co-ops', label: t('common:nav.co-ops') },
    { href: '/terms', label: t('common:nav.terms') },
  ]
}

/** What is reached from the page of the co-op itself. */
const ROOMS = [
  'members',
  'books',
  'storefront',
  'brand',
  'profile',
  'export',
  'charter',
  'doors',
].map((room) => `/office/${room}`)

/** What a member does every day. */
export function officeLinks(t: T): Link[] {
  return [
    { href: '/office', label: t('common:nav.today') },
    { href: '/office/listings', label: t('common:nav.listings') },
    { href: '/office/hours', label: t('common:nav.hours') },
    { href: '/office/earnings', label: t('common:nav.pay') },
    { href: '/office/decisions', label: t('common:nav.decisions') },
    { href: '/office/co-op', label: t('common:nav.co-op'), holds: ROOMS },
  ]
}

/** What the federation's admins look after. */
export function consoleLinks(t: T): Link[] {
  return [
    { href: '/console', label: t('common:nav.co-ops') },
    {
      href: '/console/new',
      label: t('federation:nav.new'),
      holds: ['/console/import', '/console/imports'],
    },
    { href: '/console/people', label: t('federation:nav.people') },
    { href: '/console/fee', label: t('federation:nav.fee') },
    { href: '/console/doors', label: t('federation:nav.doors') },
    { href: '/console/log', label: t('federation:nav.log') },
  ]
}
