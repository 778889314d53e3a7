import { createContext, useContext } from 'react'
import { directionOf, formatLocale, type Locale } from '#app/kernel/locale.ts'
import { translator, type Translate } from '#app/locales/translate.ts'

/** The reader's language, as components need it to write texts and numbers and to lay out a page. */
export type Language = {
  readonly locale: Locale
  readonly direction: 'ltr' | 'rtl'
  /** The locale for `Intl`: the language with the region whose digits and dates the reader expects. */
  readonly formatLocale: string
  readonly t: Translate
}

export function languageFor(locale: Locale, country?: string): Language {
  return {
    locale,
    direction: directionOf(locale),
    formatLocale: formatLocale(locale, country),
    t: translator(locale, country),
  }
}

export const LanguageContext = createContext<Language>(languageFor('en'))

/** Returns the reader's language in any component of a page. */
export function useLanguage(): Language {
  return useContext(LanguageContext)
}
