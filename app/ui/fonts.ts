import arabic400 from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2?url'
import arabic500 from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-500-normal.woff2?url'
import arabic600 from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2?url'
import latin400 from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2?url'
import latin500 from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-500-normal.woff2?url'
import latin600 from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2?url'
import type { Locale } from '#app/kernel/locale.ts'

const LATIN = [latin400, latin500, latin600]
const ARABIC = [arabic400, arabic500, arabic600]

/** The fonts that every page in a language shows (its text, its navigation, its headings), asked for beside the style sheet. */
export const pageFonts: Readonly<Record<Locale, readonly string[]>> = {
  en: LATIN,
  fr: LATIN,
  es: LATIN,
  ar: ARABIC,
}
