import { isLocale, type Locale } from '#app/kernel/locale.ts'
import { readCookie } from './cookies.ts'

/**
 * The language to answer in: what the reader chose here, else the first of their browser's that we speak, else the
 * site's own.
 */
export function localeOf(request: Request, own: Locale): Locale {
  return chosenLanguage(request) ?? spoken(request.headers.get('accept-language') ?? '') ?? own
}

/** The language that the reader chose on this host, if they did. */
export function chosenLanguage(request: Request): Locale | undefined {
  const chosen = readCookie(request.headers.get('cookie'), 'lang')
  return isLocale(chosen) ? chosen : undefined
}

function spoken(header: string): Locale | undefined {
  const wishes = header.split(',').map((wish) => {
    const [tag = '', weight = ''] = wish.trim().split(';q=')
    return {
      language: tag.slice(0, 2).toLowerCase(),
      weight: weight === '' ? 1 : Number(weight) || 0,
    }
  })
  const wanted = wishes.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight)
  return wanted.map(({ language }) => language).find(isLocale)
}
