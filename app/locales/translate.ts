import { createInstance, type i18n } from 'i18next'
import { formatLocale, LOCALES, type Locale } from '#app/kernel/locale.ts'
import { ar, en, es, fr, type MessageKey } from './catalogues.ts'

/** Says a sentence in one language. Numbers among the values are written in the reader's digits. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, unknown>>) => string

const words: i18n = createInstance()
words.use({
  type: 'formatter',
  init: () => {},
  add: () => {},
  addCached: () => {},
  format: writeNumber,
})
void words.init({
  resources: { en, ar, es, fr },
  supportedLngs: [...LOCALES],
  fallbackLng: false,
  initAsync: false,
  keySeparator: false,
  nsSeparator: ':',
  returnNull: false,
  interpolation: { escapeValue: false, alwaysFormat: true },
})

const numbers = new Map<string, Intl.NumberFormat>()

function writeNumber(
  value: unknown,
  _format?: string,
  _language?: string,
  options?: { digits?: string },
): string {
  if (typeof value !== 'number' && typeof value !== 'bigint') return String(value)
  const locale = options?.digits ?? 'en-GB'
  let format = numbers.get(locale)
  if (!format) numbers.set(locale, (format = new Intl.NumberFormat(locale)))
  return format.format(value)
}

/** The translator for one reader: a language, and the co-op's country, which decides the digits. */
export function translator(locale: Locale, country?: string): Translate {
  const fixed = words.getFixedT(locale)
  const digits = formatLocale(locale, country)
  return (key, values) => fixed(key, { ...values, digits })
}

/** Whether a text is the key of a sentence, for messages that come from a schema or a refusal. */
export function isMessageKey(text: string): text is MessageKey {
  return words.exists(text, { lng: 'en' })
}
