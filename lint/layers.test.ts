import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

/** Returns the list of areas from `docs/architecture.md`: the line that begins with "Areas:". */
function areas(): string[] {
  const line = readFileSync('docs/architecture.md', 'utf8')
    .split('\n')
    .find((text) => text.startsWith('Areas: '))
  return [...(line ?? '').matchAll(/`([a-z]+)`/g)].map(([, name]) => name ?? '')
}

const foldersIn = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

const filesIn = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

/** Folders of a layer that are no area, with the reason of each. */
const OTHER_FOLDERS: Readonly<Record<string, readonly string[]>> = {
  'app/flows': ['stories', 'testing'],
}

/** Audiences whose pages belong to one area, so they have no folders for areas. */
const ONE_AREA = ['account', 'federation', 'found', 'machines', 'workshop']

/** Catalogues that every area shares. */
const SHARED = ['common', 'errors', 'forms', 'refusals', 'ui']

const layers = ['app/domains', 'app/rules', 'app/flows', 'app/reads', 'app/views']

const audiences = foldersIn('app/routes')
  .filter((audience) => !ONE_AREA.includes(audience))
  .map((audience) => `app/routes/${audience}`)

/** Returns the folders of a layer that are not in the list of areas. */
const unknownFolders = (names: readonly string[], layer: string) =>
  names.filter((name) => ![...areas(), ...(OTHER_FOLDERS[layer] ?? [])].includes(name))

test('every layer has the same areas, and no file lies beside them', () => {
  expect(areas().length).toBeGreaterThan(10)
  expect(areas()).toEqual(areas().toSorted())
  for (const layer of [...layers, ...audiences]) {
    expect(unknownFolders(foldersIn(layer), layer), layer).toEqual([])
    expect(filesIn(layer), layer).toEqual([])
  }
  for (const audience of ONE_AREA) expect(foldersIn(`app/routes/${audience}`)).toEqual([])
})

test('a folder that is on no list is found', () => {
  expect(unknownFolders(['orders', 'checkout'], 'app/flows')).toEqual(['checkout'])
})

test('the catalogues have one file for each area, and a few that all share', () => {
  for (const language of foldersIn('app/locales')) {
    const names = filesIn(`app/locales/${language}`).map((name) => basename(name, '.ts'))
    expect(names.toSorted(), language).toEqual([...areas(), ...SHARED].toSorted())
  }
})

/** Every table with the domain that owns it. */
const tables = filesIn('db/schema').flatMap((file) =>
  [...readFileSync(join('db/schema', file), 'utf8').matchAll(/pgTable\(\s*'(\w+)'/g)].map(
    ([, table]) => [table ?? '', basename(file, '.ts')] as const,
  ),
)

/** Returns the tables of other domains that the raw SQL of a source names. */
function foreignTables(source: string, domain: string): string[] {
  const queries = [...source.matchAll(/sql(?:<[^`]*>)?`([^`]*)`/g)].map(([, text]) => text ?? '')
  return tables
    .filter(([, owner]) => owner !== domain)
    .filter(([table]) =>
      queries.some((text) =>
        new RegExp(`\\b(from|join|update|into|exists|table)\\s+${table}\\b`, 'i').test(text),
      ),
    )
    .map(([table]) => table)
}

test('a domain’s raw SQL names its own tables alone', () => {
  let queries = 0
  for (const domain of foldersIn('app/domains'))
    for (const file of filesIn(`app/domains/${domain}`)) {
      const source = readFileSync(`app/domains/${domain}/${file}`, 'utf8')
      queries += source.split('sql`').length - 1
      expect(foreignTables(source, domain), `${domain}/${file}`).toEqual([])
    }
  expect(queries).toBeGreaterThan(5)
  expect(tables.length).toBeGreaterThan(30)
})

test('raw SQL that names another domain’s table is found', () => {
  const source = 'db.execute(sql`select 1 from ledger_entries e join orders o on true`)'
  expect(foreignTables(source, 'orders')).toEqual(['ledger_entries'])
})
