import { isLocale, type Locale } from '#app/kernel/locale.ts'
import { readCookie } from './cookies.ts'

/**
 * Returns the language of the answer: the reader's choice on this host, else the first of their browser's languages
 * that we have, else the site's.
 */
export function localeOf(request: Request, siteLocale: Locale): Locale {
  return (
    chosenLanguage(request) ??
    acceptedLanguage(request.headers.get('accept-language') ?? '') ??
    siteLocale
  )
}

/** Returns the language that the reader chose on this host, if any. */
export function chosenLanguage(request: Request): Locale | undefined {
  const chosen = readCookie(request.headers.get('cookie'), 'lang')
  return isLocale(chosen) ? chosen : undefined
}

function acceptedLanguage(header: string): Locale | undefined {
  const ranges = header.split(',').map((range) => {
    const [tag = '', weight = ''] = range.trim().split(';q=')
    return {
      language: tag.slice(0, 2).toLowerCase(),
      weight: weight === '' ? 1 : Number(weight) || 0,
    }
  })
  const ranked = ranges.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight)
  return ranked.map(({ language }) => language).find(isLocale)
}
