import { isLocale, type Locale } from '#app/kernel/locale.ts'
import { readCookie } from './cookies.ts'

/**
 * The language to answer in: what the reader chose here, else the first of their browser's that we speak, else the
 * site's own.
 */
export function localeOf(request: Request, own: Locale): Locale {
  const chosen = readCookie(request.headers.get('cookie'), 'lang')
  if (isLocale(chosen)) return chosen
  return spoken(request.headers.get('accept-language') ?? '') ?? own
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
