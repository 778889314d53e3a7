import { createContext, useContext } from 'react'
import type { Locale } from '#app/kernel/locale.ts'

/** The signed-in person; `steward` when they may export all data of the co-op. */
type Reader = { readonly name: string; readonly steward: boolean }

/** The facts about the page's site that components need. */
export type SiteFacts =
  | { readonly kind: 'federation'; readonly person: Reader | null }
  | {
      readonly kind: 'co-op'
      /** The signed-in person, on office pages only, because public pages are the same for everybody. */
      readonly person: Reader | null
      readonly name: string
      readonly slug: string
      readonly currency: string
      readonly country: string
      readonly timeZone: string
      readonly locale: Locale
      readonly look: string
      /** The co-op is being founded: its pages can be read, and nothing can be booked. */
      readonly founding: boolean
      /** The picture of the co-op in the bar; its pattern replaces a missing one. */
      readonly logo: string | null
      /** The reason and the date of a suspension by the federation. */
      readonly suspended: { readonly reason: string; readonly since: string } | null
    }

type PageFacts = {
  readonly site: SiteFacts
  readonly path: string
  /** The query with its question mark; empty when there is none. */
  readonly query: string
}

const DEFAULT_PAGE: PageFacts = { site: { kind: 'federation', person: null }, path: '/', query: '' }

export const SiteContext = createContext(DEFAULT_PAGE)

/** The facts about a page before its loaders ran. A refused act is answered from them. */
export const KnownSiteContext = createContext<PageFacts & { readonly locale: Locale }>({
  ...DEFAULT_PAGE,
  locale: 'en',
})

export function useSite(): SiteFacts {
  return useContext(SiteContext).site
}

/** Returns the path of the current page, without its query. */
export function usePath(): string {
  return useContext(SiteContext).path
}

/** Returns a function that writes the address of the current page in another language, with its query. */
export function useInLanguage(): (language: Locale) => string {
  const { query } = useContext(SiteContext)
  return (language) => {
    const parameters = new URLSearchParams(query)
    parameters.set('lang', language)
    return `?${parameters}`
  }
}

export type CoOpFacts = Extract<SiteFacts, { readonly kind: 'co-op' }>

/** Returns a co-op's facts. @throws Error on a page of the federation. */
export function useCoOp(): CoOpFacts {
  const site = useSite()
  if (site.kind !== 'co-op') throw new Error('This page is a co-op’s.')
  return site
}
