/** The languages of Twiza, in the order in which they are offered. */
export const LOCALES = ['en', 'ar', 'es', 'fr'] as const

export type Locale = (typeof LOCALES)[number]

export function isLocale(text: unknown): text is Locale {
  return LOCALES.some((locale) => locale === text)
}

export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr'
}

const HOME: Readonly<Record<Locale, string>> = { en: 'GB', ar: 'EG', es: 'ES', fr: 'FR' }
const COUNTRIES: Readonly<Record<Locale, readonly string[]>> = {
  en: ['GB', 'US', 'IE', 'AU', 'CA', 'NZ', 'ZA', 'IN'],
  ar: ['EG', 'MA', 'DZ', 'TN', 'LY', 'SA', 'AE', 'JO', 'LB', 'IQ', 'SD'],
  es: ['ES', 'MX', 'AR', 'CO', 'CL', 'PE', 'UY'],
  fr: ['FR', 'BE', 'CH', 'CA', 'MA', 'DZ', 'TN', 'SN'],
}

/**
 * Returns the language with the region whose numbers and dates a reader expects. Arabic is `ar-EG` in an Egyptian
 * co-op (Eastern digits) and `ar-MA` in a Moroccan one (Western digits). A region that does not speak the language is
 * left out.
 */
export function formatLocale(locale: Locale, country?: string): string {
  return `${locale}-${country && COUNTRIES[locale].includes(country) ? country : HOME[locale]}`
}
