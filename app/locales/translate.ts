import { numberFormat } from '#app/kernel/formats.ts'
import { createInstance, type i18n } from 'i18next'
import { formatLocale, LOCALES, type Locale } from '#app/kernel/locale.ts'
import { ar, en, es, fr, type MessageKey, type PluralKey } from './catalogues.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * Says a sentence in one language. Numbers among the values are written in the reader's digits. A sentence that
 * depends on a number cannot be said without it: i18next would then give its key, and nobody would notice.
 */
export type Translate = {
  (key: PlainKey, values?: Values): string
  (key: PluralKey, values: Values & { readonly count: number }): string
}

/** A sentence that is the same whatever the number. */
export type PlainKey = Exclude<MessageKey, PluralKey>

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

function writeNumber(
  value: unknown,
  _format?: string,
  _language?: string,
  options?: { digits?: string },
): string {
  if (typeof value !== 'number' && typeof value !== 'bigint') return String(value)
  return numberFormat(options?.digits ?? 'en-GB').format(value)
}

const translators = new Map<string, Translate>()

/** The translator for one reader: a language, and the co-op's country, which decides the digits. */
export function translator(locale: Locale, country?: string): Translate {
  const digits = formatLocale(locale, country)
  const key = `${locale} ${digits}`
  const known = translators.get(key) ?? makeTranslator(locale, digits)
  translators.set(key, known)
  return known
}

/** A sentence that waits for no value is looked up once: pages are full of them. */
function makeTranslator(locale: Locale, digits: string): Translate {
  const fixed = words.getFixedT(locale)
  const said = new Map<MessageKey, string>()
  return (key: MessageKey, values?: Values) => {
    if (values) return fixed(key, { ...values, digits })
    const sentence = said.get(key) ?? fixed(key, { digits })
    said.set(key, sentence)
    return sentence
  }
}

/** Whether a text is the key of a sentence, for messages that come from a schema, a refusal or the outbox. */
export function isPlainKey(text: string): text is PlainKey {
  return words.exists(text, { lng: 'en' })
}
