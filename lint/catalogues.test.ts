import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ar, en, es, fr } from '#app/locales/catalogues.ts'

type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>
const languages: Readonly<Record<string, Catalogue>> = { en, ar, es, fr }
const PLURAL = /_(zero|one|two|few|many|other)$/

/** Every sentence of a language as `area:key`. */
function sentences(catalogue: Catalogue): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([area, words]) =>
      Object.entries(words).map(([key, said]): [string, string] => [`${area}:${key}`, said]),
    ),
  )
}

const stems = (all: ReadonlyMap<string, string>) =>
  new Set([...all.keys()].map((key) => key.replace(PLURAL, '')))

/** What differs between a language and English, as sentences about it. */
function faultsOf(locale: string, other: Catalogue, english: Catalogue = en): string[] {
  const [theirs, ours] = [sentences(other), sentences(english)]
  const forms = new Intl.PluralRules(locale)
    .resolvedOptions()
    .pluralCategories.filter((form) => form !== 'many' || locale === 'ar')
  const plurals = [...stems(ours)].filter((stem) => ours.has(`${stem}_other`))
  return [
    ...[...stems(ours)]
      .filter((stem) => !stems(theirs).has(stem))
      .map((stem) => `${stem} is missing`),
    ...[...stems(theirs)]
      .filter((stem) => !stems(ours).has(stem))
      .map((stem) => `${stem} is too many`),
    ...plurals.flatMap((stem) =>
      forms
        .filter((form) => !theirs.has(`${stem}_${form}`))
        .map((form) => `${stem} has no form ${form}`),
    ),
    ...[...theirs].flatMap(([key, said]) => faultsIn(key, said, ours)),
  ]
}

/** What is wrong with one sentence beside the English one. */
function faultsIn(key: string, said: string, ours: ReadonlyMap<string, string>): string[] {
  if (said.trim() === '') return [`${key} is empty`]
  const isForm = PLURAL.test(key)
  const model = holes(ours.get(key) ?? ours.get(`${key.replace(PLURAL, '')}_other`) ?? '')
  const extra = holes(said).filter((hole) => !model.includes(hole) && !(isForm && hole === 'count'))
  const lost = isForm ? [] : model.filter((hole) => !holes(said).includes(hole))
  return [
    ...extra.map((hole) => `${key} speaks of ${hole}`),
    ...lost.map((hole) => `${key} leaves out ${hole}`),
  ]
}

const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '')

describe.each(['ar', 'es', 'fr'])('the catalogue %s', (locale) => {
  const catalogue = languages[locale] ?? {}

  test('says what English says, in its own plural forms, of the same things', () => {
    expect(sentences(catalogue).size).toBeGreaterThan(800)
    expect(faultsOf(locale, catalogue)).toEqual([])
  })

  test('leaves nothing long in English', () => {
    const english = sentences(en)
    const same = [...sentences(catalogue)].filter(
      ([key, said]) =>
        said === english.get(key) &&
        /[a-z]{3,}\s+[a-z]{3,}/i.test(said.replaceAll(/\{\{.*?\}\}/g, '')),
    )
    expect(same).toEqual([])
  })
})

test('a sentence that is missing, empty, without a form or about something else is found', () => {
  const english = { a: { x: 'Of {{name}}', y_one: 'one', y_other: '{{count}}', z: 'here' } }
  const broken = { a: { x: 'de {{nom}}', y_other: '{{count}}', w: ' ' } }
  expect(faultsOf('es', broken, english)).toEqual([
    'a:z is missing',
    'a:w is too many',
    'a:y has no form one',
    'a:x speaks of nom',
    'a:x leaves out name',
    'a:w is empty',
  ])
})

/** Keys that are put together at run time: `jobs:step.${step}`. */
const MADE = /(['"`])([a-z]+:[\w.-]*)\$\{/g

test('every sentence is said somewhere', () => {
  const code = filesOf(['app', 'db', 'tenants'])
    .filter((file) => !file.includes('/locales/'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const beginnings = [...code.matchAll(MADE)]
    .map(([, , start]) => start ?? '')
    .filter((start) => !start.endsWith(':'))
  const whole = [...code.matchAll(/['"`]([a-z]+)(?=:\$\{)/g)].map(([, area]) => `${area}:`)
  const unused = [...stems(sentences(en))].filter(
    (key) =>
      !code.includes(`'${key}'`) &&
      !beginnings.some((start) => key.startsWith(start)) &&
      !whole.some((area) => key.startsWith(area)),
  )
  expect(unused).toEqual([])
})

/** What is written as a key of a sentence, or as its beginning up to a stop or hyphen, and is none. */
function unknownKeys(code: string): string[] {
  const keys = [...sentences(en).keys()]
  const known = new Set([...keys, ...stems(sentences(en))])
  const begins = (start: string) => keys.some((key) => key.startsWith(start))
  const areas = Object.keys(en).join('|')
  return [...code.matchAll(new RegExp(`'((?:${areas}):[\\w.-]+)'`, 'g'))]
    .map(([, key]) => key ?? '')
    .filter((key) => !known.has(key) && !begins(/[.-]$/.test(key) ? key : `${key}.`))
}

test('every key that is written has its sentence', () => {
  const code = filesOf(['app', 'db', 'tenants'])
    .filter((file) => !file.includes('.test.'))
    .map((file) => readFileSync(file, 'utf8'))
  expect(code.flatMap(unknownKeys)).toEqual([])
  expect(unknownKeys(`message: 'forms:no-such-key'`)).toEqual(['forms:no-such-key'])
  expect(unknownKeys(`key.startsWith('forms:no-such-')`)).toEqual(['forms:no-such-'])
})

function filesOf(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name)
      if (statSync(path).isDirectory()) return filesOf([path])
      return /\.(ts|tsx)$/.test(name) ? [path] : []
    }),
  )
}
