import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LOCALES } from '#app/kernel/locale.ts'
import { ErrorSummary } from './form.tsx'
import { LanguageContext, languageFor } from './language.tsx'

/** Returns the lines of a summary as a reader of one language sees them. */
function linesFor(
  locale: (typeof LOCALES)[number],
  errors: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
): string[] {
  const page = renderToString(
    <LanguageContext.Provider value={languageFor(locale)}>
      <ErrorSummary form={{ values: {}, errors }} labels={labels} />
    </LanguageContext.Provider>,
  )
  return [...page.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)</g)].map(
    ([, to, said]) => `${to} ${said}`,
  )
}

test('two fields that are empty are told apart above the form', () => {
  const errors = { name: 'forms:required', city: 'forms:required' }
  expect(linesFor('en', errors, { name: 'Your name', city: 'Town' })).toEqual([
    '#name Your name: Fill this in.',
    '#city Town: Fill this in.',
  ])
  for (const locale of LOCALES) {
    const { t } = languageFor(locale)
    const lines = linesFor(locale, errors, { name: t('orders:name'), city: t('orders:city') })
    expect(new Set(lines.map((line) => line.replace(/^\S+ /, ''))).size).toBe(2)
  }
})

test('a label that asks is answered, and what has no label is said alone', () => {
  expect(linesFor('en', { slot: 'forms:choose', form: 'forms:wrong' }, { slot: 'When?' })).toEqual([
    '#slot When? Choose one.',
    '#main Check this.',
  ])
})

test('a number outside its limits is told both of them', () => {
  expect(linesFor('fr', { hours: 'forms:out-of-range 0 168' }, {})).toEqual([
    '#hours Écrivez un nombre de 0 à 168.',
  ])
})
