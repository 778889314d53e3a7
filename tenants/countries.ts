import type { Locale } from '#app/kernel/locale.ts'

/** A country in which a co-op can be founded, with its currency, time zone and language. */
export type Country = {
  readonly country: string
  readonly currency: string
  readonly timeZone: string
  readonly locale: Locale
}

export const COUNTRIES: readonly Country[] = [
  { country: 'GB', currency: 'GBP', timeZone: 'Europe/London', locale: 'en' },
  { country: 'ES', currency: 'EUR', timeZone: 'Europe/Madrid', locale: 'es' },
  { country: 'FR', currency: 'EUR', timeZone: 'Europe/Paris', locale: 'fr' },
  { country: 'EG', currency: 'EGP', timeZone: 'Africa/Cairo', locale: 'ar' },
  { country: 'MA', currency: 'MAD', timeZone: 'Africa/Casablanca', locale: 'ar' },
  { country: 'US', currency: 'USD', timeZone: 'America/New_York', locale: 'en' },
]
