import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ar, en, es, fr } from '#app/locales/catalogues.ts'
import { KINDS } from '#app/offerings/kinds.ts'

type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>
const languages: Readonly<Record<string, Catalogue>> = { en, ar, es, fr }
const PLURAL = /_(zero|one|two|few|many|other)$/

/** Returns every sentence of a language by its key, `area:key`. */
function sentences(catalogue: Catalogue): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([area, words]) =>
      Object.entries(words).map(([key, sentence]): [string, string] => [
        `${area}:${key}`,
        sentence,
      ]),
    ),
  )
}

const stems = (all: ReadonlyMap<string, string>) =>
  new Set([...all.keys()].map((key) => key.replace(PLURAL, '')))

/** Returns the differences between a language and English, as sentences. */
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
    ...[...theirs].flatMap(([key, sentence]) => faultsIn(key, sentence, ours)),
  ]
}

/** Returns the faults of one sentence, compared with the English one. */
function faultsIn(key: string, sentence: string, ours: ReadonlyMap<string, string>): string[] {
  if (sentence.trim() === '') return [`${key} is empty`]
  const isForm = PLURAL.test(key)
  const model = placeholders(ours.get(key) ?? ours.get(`${key.replace(PLURAL, '')}_other`) ?? '')
  const extra = placeholders(sentence).filter(
    (placeholder) => !model.includes(placeholder) && !(isForm && placeholder === 'count'),
  )
  const lost = isForm
    ? []
    : model.filter((placeholder) => !placeholders(sentence).includes(placeholder))
  return [
    ...extra.map((placeholder) => `${key} speaks of ${placeholder}`),
    ...lost.map((placeholder) => `${key} leaves out ${placeholder}`),
  ]
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '')

describe.each(['ar', 'es', 'fr'])('the catalogue %s', (locale) => {
  const catalogue = languages[locale] ?? {}

  test('says what English says, in its own plural forms, of the same things', () => {
    expect(sentences(catalogue).size).toBeGreaterThan(800)
    expect(faultsOf(locale, catalogue)).toEqual([])
  })

  test('leaves nothing long in English', () => {
    const english = sentences(en)
    const same = [...sentences(catalogue)].filter(
      ([key, sentence]) =>
        sentence === english.get(key) &&
        /[a-z]{3,}\s+[a-z]{3,}/i.test(sentence.replaceAll(/\{\{.*?\}\}/g, '')),
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

/** Matches keys that are composed at run time: `jobs:step.${step}`. */
const COMPOSED = /(['"`])([a-z]+:[\w.-]*)\$\{/g

const kinds = Object.keys(KINDS)

/** Returns the key of everybody's sentence in whose place a kind says its own; undefined for another sentence. */
function sharedOf(key: string): string | undefined {
  const [area = '', own = ''] = key.split(':')
  const [shared = '', ...rest] = own.split('.')
  return kinds.includes(area) && Object.hasOwn(en, shared) && !kinds.includes(shared)
    ? `${shared}:${rest.join('.')}`
    : undefined
}

/** What a kind's sentence may name beside what everybody's names: pages and letters of every order give these. */
const GIVEN = ['when', 'title', 'start', 'count', 'kept']

/** Returns the faults of the sentences that a kind says in the place of everybody's. */
function faultsOfKinds(catalogue: Catalogue): string[] {
  const all = sentences(catalogue)
  return [...all].flatMap(([key, sentence]) => {
    const shared = sharedOf(key)
    if (!shared) return []
    const model = all.get(shared)
    if (model === undefined) return [`${key}: there is no ${shared}`]
    if (model === sentence) return [`${key} says the same as ${shared}`]
    const given = [...placeholders(model), ...GIVEN]
    return placeholders(sentence)
      .filter((name) => !given.includes(name))
      .map((name) => `${key} speaks of ${name}`)
  })
}

test.each(Object.entries(languages))(
  'a kind’s own sentences in %s are in the place of others',
  (_, catalogue) => {
    expect([...sentences(catalogue).keys()].filter(sharedOf).length).toBeGreaterThan(20)
    expect(faultsOfKinds(catalogue)).toEqual([])
    const broken = {
      ...en,
      visit: {
        'orders.head.paid': '{{weight}}',
        'orders.none': 'x',
        'orders.team': en.orders.team,
      },
    }
    expect(faultsOfKinds(broken)).toEqual([
      'visit:orders.head.paid speaks of weight',
      'visit:orders.none: there is no orders:none',
      'visit:orders.team says the same as orders:team',
    ])
  },
)

/** What is only true of a visit, in each language: somebody comes, and something is visited. */
const OF_VISITS: Readonly<Record<string, RegExp>> = {
  en: /\bvisits?\b|\bwe come\b|\bwho comes?\b|were to come/i,
  ar: /زيار|سيأتون|من يأتي|نأتي/,
  es: /\bvisitas?\b|iban a ir|quién va\b/i,
  fr: /\bvisites?\b|devaient venir|qui vient\b|venons/i,
}

/** The sentences that may speak so, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'federation:see-storefront': 'a link that leads to a site',
}

/** The refusals that only a kind gives. They stand among the others. */
const ofKinds = new Set(
  Object.values(KINDS).flatMap(({ en: { refusals } }) =>
    Object.keys(refusals).map((refusal) => `refusals:${refusal}`),
  ),
)

/** Returns the sentences of areas that belong to no kind and speak of visits. */
const visitsIn = (locale: string, catalogue: Catalogue) =>
  [...sentences(catalogue)].filter(
    ([key, sentence]) =>
      !kinds.includes(key.split(':')[0] ?? '') &&
      !ofKinds.has(key) &&
      !EXCEPTIONS[key] &&
      OF_VISITS[locale]?.test(sentence),
  )

test.each(Object.entries(languages))(
  'nothing that is said of every kind in %s speaks of visits',
  (locale, catalogue) => {
    expect(visitsIn(locale, catalogue)).toEqual([])
    const kind = catalogue['visit'] ?? {}
    const found = visitsIn(locale, { orders: { paid: kind['orders.team'] ?? '' } })
    expect(found.map(([key]) => key)).toEqual(['orders:paid'])
  },
)

test('every sentence is said somewhere', () => {
  const code = filesOf(['app', 'db', 'tenants'])
    .filter((file) => !file.includes('/locales/'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const beginnings = [...code.matchAll(COMPOSED)]
    .map(([, , start]) => start ?? '')
    .filter((start) => !start.endsWith(':'))
  const whole = [...code.matchAll(/['"`]([a-z]+)(?=:\$\{)/g)].map(([, area]) => `${area}:`)
  const unused = [...stems(sentences(en))].filter(
    (key) =>
      !sharedOf(key) &&
      !code.includes(`'${key}'`) &&
      !beginnings.some((start) => key.startsWith(start)) &&
      !whole.some((area) => key.startsWith(area)),
  )
  expect(unused).toEqual([])
})

/**
 * Returns the texts that look like a key of a sentence, or like its beginning up to a stop or hyphen, and are none.
 */
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
