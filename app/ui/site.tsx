import { createContext, useContext } from 'react'
import type { Locale } from '#app/kernel/locale.ts'

/** Who reads; `steward` when they may take all that the co-op has along. */
type Reader = { readonly name: string; readonly steward: boolean }

/** Which site a page is on, as its components need to know it. */
export type SiteFacts =
  | { readonly kind: 'federation'; readonly person: Reader | null }
  | {
      readonly kind: 'co-op'
      /** Who is signed in, in its office; its public pages are the same for everybody. */
      readonly person: Reader | null
      readonly name: string
      readonly slug: string
      readonly currency: string
      readonly country: string
      readonly timeZone: string
      readonly locale: Locale
      readonly look: string
      /** Its doors are not open yet: what it will do can be read, and nothing can be booked. */
      readonly founding: boolean
      /** The picture that stands for it in the bar; the cloth does when there is none. */
      readonly logo: string | null
      /** Why the federation stopped its sales, and since when. */
      readonly suspended: { readonly reason: string; readonly since: string } | null
    }

type Where = {
  readonly site: SiteFacts
  readonly path: string
  /** What follows the path, with its question mark; empty when nothing does. */
  readonly query: string
}

const NOWHERE: Where = { site: { kind: 'federation', person: null }, path: '/', query: '' }

export const SiteContext = createContext(NOWHERE)

/** What is known of a page before any of its loaders ran: what an act that is refused is answered from. */
export const KnownSiteContext = createContext<Where & { readonly locale: Locale }>({
  ...NOWHERE,
  locale: 'en',
})

export function useSite(): SiteFacts {
  return useContext(SiteContext).site
}

/** The path of the page being read, without its query. */
export function usePath(): string {
  return useContext(SiteContext).path
}

/** This very page in another language, with all that was asked of it. */
export function useInLanguage(): (language: Locale) => string {
  const { query } = useContext(SiteContext)
  return (language) => {
    const asked = new URLSearchParams(query)
    asked.set('lang', language)
    return `?${asked}`
  }
}

export type CoOpFacts = Extract<SiteFacts, { readonly kind: 'co-op' }>

/** A co-op's facts, on a page that only co-ops have. */
export function useCoOp(): CoOpFacts {
  const site = useSite()
  if (site.kind !== 'co-op') throw new Error('This page is a co-op’s.')
  return site
}
