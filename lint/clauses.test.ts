import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clauseKeys } from '#app/domains/charter/charter.ts'
import { ar, en, es, fr } from '#app/locales/catalogues.ts'

/** The rules that apply one clause and so name it. All other code uses the table of clauses. */
const OBEYS: readonly string[] = [
  // The impact of another split or other cancellation terms is computed from the orders.
  'app/rules/decisions/impact-statement.server.ts: split',
  'app/rules/decisions/impact-statement.server.ts: cancellation',
]

/** Returns the clauses that a source names: in a comparison, or as the key of a style or a case. */
function namedIn(file: string, source: string): string[] {
  const clause = `(${clauseKeys().join('|')})\\b`
  const asked = [
    new RegExp(`[cC]lause\\w*\\s*[!=]==?\\s*'${clause}`, 'g'),
    new RegExp(`'${clause}'\\s*[!=]==?\\s*\\w*[cC]lause`, 'g'),
    new RegExp(`\\bclause(?:Key)?: '${clause}`, 'g'),
    new RegExp(`\\.for-${clause}`, 'g'),
  ]
  return asked.flatMap((pattern) =>
    [...source.matchAll(pattern)].map(([, name]) => `${file}: ${name}`),
  )
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return sources(path)
    return /\.(tsx?|css)$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : []
  })
}

test('only the table of clauses and the rules that obey a clause name it', () => {
  const files = ['app', 'tenants'].flatMap(sources)
  expect(files.length).toBeGreaterThan(400)
  const named = files.flatMap((file) => namedIn(file, readFileSync(file, 'utf8')))
  expect(named.toSorted()).toEqual(OBEYS.toSorted())
  const broken = `if (clauseKey === 'split') return { clause: 'data' }\n'floor' !== clause\n.for-voting {}`
  expect(namedIn('broken.ts', broken)).toHaveLength(4)
})

/** The numbers six to ten, as our languages write them. */
const NUMBERS = {
  en: ['six', 'seven', 'eight', 'nine', 'ten'],
  ar: ['ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة'],
  es: ['seis', 'siete', 'ocho', 'nueve', 'diez'],
  fr: ['six', 'sept', 'huit', 'neuf', 'dix'],
} as const

type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Returns the numbers of clauses that the sentences of a language state, as words. */
function statedNumbers(catalogue: Catalogue, numbers: readonly string[]): string[] {
  const counted = new RegExp(`(${numbers.join('|')}) (?:clauses|cláusulas|بنود)`, 'gi')
  return Object.values(catalogue)
    .flatMap((area) => Object.values(area))
    .flatMap((sentence) => [...sentence.matchAll(counted)])
    .map(([, number]) => (number ?? '').toLowerCase())
}

test('the sentences that say how many clauses there are are right', () => {
  const catalogues: Readonly<Record<keyof typeof NUMBERS, Catalogue>> = { en, ar, es, fr }
  for (const locale of ['en', 'ar', 'es', 'fr'] as const) {
    const stated = statedNumbers(catalogues[locale], NUMBERS[locale])
    expect(stated.length, locale).toBeGreaterThan(1)
    expect(new Set(stated), locale).toEqual(new Set([NUMBERS[locale][clauseKeys().length - 6]]))
  }
  expect(statedNumbers({ charter: { head: 'Seven clauses that bind.' } }, NUMBERS.en)).toEqual([
    'seven',
  ])
})
