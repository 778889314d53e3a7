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

/** Arabic for readers of Eastern digits: the catalogue's own numbers are written in them too. */
const EASTERN = 'ar-EG'

function inEasternDigits(catalogue: typeof ar) {
  return Object.fromEntries(
    Object.entries(catalogue).map(([area, sentences]) => [
      area,
      Object.fromEntries(
        Object.entries(sentences).map(([key, said]) => [key, easternDigits(String(said))]),
      ),
    ]),
  )
}

/** Numbers in a sentence as Egypt writes them; a code such as "#25358a" stays what is to be typed. */
function easternDigits(sentence: string): string {
  return sentence
    .replaceAll(/(?<![#\w])\d+(?:\.\d+)?(?!\w)/g, (number) =>
      [...number].map((sign) => (sign === '.' ? '٫' : EASTERN_DIGITS[Number(sign)])).join(''),
    )
    .replaceAll(/(?<=[٠-٩]|\}\})%/g, '٪')
}

const EASTERN_DIGITS = '٠١٢٣٤٥٦٧٨٩'

const words: i18n = createInstance()
words.use({
  type: 'formatter',
  init: () => {},
  add: () => {},
  addCached: () => {},
  format: writeNumber,
})
void words.init({
  resources: { en, ar, es, fr, [EASTERN]: inEasternDigits(ar) },
  supportedLngs: [...LOCALES, EASTERN],
  fallbackLng: false,
  initAsync: false,
  keySeparator: false,
  nsSeparator: ':',
  returnNull: false,
  interpolation: { escapeValue: false, alwaysFormat: true },
})

/** Four digits stand together, so that a year is no quantity. */
const YEARS_WHOLE = { useGrouping: 'min2' } as const

function writeNumber(
  value: unknown,
  _format?: string,
  _language?: string,
  options?: { digits?: string },
): string {
  if (typeof value !== 'number' && typeof value !== 'bigint') return String(value)
  return numberFormat(options?.digits ?? 'en-GB', YEARS_WHOLE).format(value)
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
  const eastern =
    locale === 'ar' && numberFormat(digits).resolvedOptions().numberingSystem === 'arab'
  const fixed = words.getFixedT(eastern ? EASTERN : locale)
  const said = new Map<MessageKey, string>()
  return (key: MessageKey, values?: Values) => {
    if (values) return fixed(key, { ...values, digits })
    const sentence = said.get(key) ?? fixed(key, { digits })
    said.set(key, sentence)
    return sentence
  }
}

/** Returns whether there is a sentence for a key. A sentence that depends on a number is looked for with that number. */
export function hasSentence(key: string, values?: Values): key is PlainKey {
  const count = values?.['count']
  return words.exists(key, { lng: 'en', ...(typeof count === 'number' ? { count } : {}) })
}

/** Whether a text is the key of a sentence, for messages that come from a schema, a refusal or the outbox. */
export function isPlainKey(text: string): text is PlainKey {
  return words.exists(text, { lng: 'en' })
}
