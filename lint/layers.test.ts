import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { importedFrom, queriesIn, tablesIn, writersIn } from './database-use.ts'
import { sources } from './member-acts.ts'

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

/** Returns the tables of others that the raw SQL of a source names. */
function foreignTables(source: string, owners: readonly string[]): string[] {
  const foreign = tables.filter(([, owner]) => !owners.includes(owner)).map(([table]) => table)
  return [...new Set(queriesIn(source).flatMap((query) => tablesIn(query, foreign)))]
}

test('a domain’s raw SQL names its own tables alone', () => {
  let queries = 0
  for (const domain of foldersIn('app/domains'))
    for (const file of filesIn(`app/domains/${domain}`)) {
      const source = readFileSync(`app/domains/${domain}/${file}`, 'utf8')
      queries += queriesIn(source).length
      expect(foreignTables(source, [domain]), `${domain}/${file}`).toEqual([])
    }
  expect(queries).toBeGreaterThan(5)
  expect(tables.length).toBeGreaterThan(30)
})

test.each([
  'select 1 from ledger_entries e join orders o on true',
  'select 1 from orders, ledger_entries',
  'delete from only ledger_entries',
  'select 1 from "ledger_entries"',
])('raw SQL that names another domain’s table is found: %s', (query) => {
  expect(foreignTables(`db.execute(sql\`${query}\`)`, ['orders'])).toEqual(['ledger_entries'])
  expect(foreignTables(`db.execute(sql.raw('${query}'))`, ['orders'])).toEqual(['ledger_entries'])
})

/** The kinds of offerings, each with the owner of its table as `tables` names it. */
const kinds = foldersIn('app/offerings').map((kind) => [kind, `${kind}s`] as const)

/** What the raw SQL outside domains may name: reads and rules join everything but what only a kind knows. */
const joins = [...new Set(tables.map(([, owner]) => owner))].filter(
  (owner) => !kinds.some(([, table]) => table === owner),
)

/** One query over a co-op's books that saves the figures of the directory. */
const FIGURES = 'app/flows/books/refresh-figures.server.ts'

test('a kind’s raw SQL names its own table, and nobody else’s names it', () => {
  const looked = ['rules', 'reads', 'flows', 'tasks', 'queue', 'offerings', 'request', 'routes']
  for (const path of looked.flatMap((layer) => sources(`app/${layer}`, /\.tsx?$/))) {
    const [, kind] = kinds.find(([name]) => path.startsWith(`app/offerings/${name}/`)) ?? []
    const isFlow = path.startsWith('app/flows/') && path !== FIGURES
    const owners = kind ? [kind, 'orders', 'offerings'] : isFlow ? [] : joins
    expect(foreignTables(readFileSync(path, 'utf8'), owners), path).toEqual([])
  }
  expect(foreignTables('sql`select 1 from order_visits`', joins)).toEqual(['order_visits'])
})

/** Every function of the domains that changes the database, with those that call one. */
function writersOfDomains(): ReadonlySet<string> {
  const texts = sources('app/domains', /\.ts$/).map((path) => readFileSync(path, 'utf8'))
  const once = new Set(texts.flatMap((text) => writersIn(text, new Set())))
  return new Set([...once, ...texts.flatMap((text) => writersIn(text, once))])
}

const writers = writersOfDomains()

/** Returns what a source does to change the database: the acts of domains that it imports, and its own functions. */
const changesIn = (source: string) => [
  ...importedFrom(source, '#app/domains/').filter((name) => writers.has(name)),
  ...writersIn(source, new Set()),
]

test('a rule and a read change nothing', () => {
  expect(writers.size).toBeGreaterThan(60)
  const paths = ['app/rules', 'app/reads'].flatMap((layer) => sources(layer, /\.ts$/))
  expect(paths.length).toBeGreaterThan(40)
  for (const path of paths) expect(changesIn(readFileSync(path, 'utf8')), path).toEqual([])
})

test.each([
  ["import { postJournal } from '#app/domains/books/post-journal.server.ts'", 'postJournal'],
  ['const f = (db: Db) => db.update(orderItems).set({ state })', 'f'],
  ['async function f(db: Db) { await db\n.delete(orderItems) }', 'f'],
  ['const f = (db: Db) => db.execute(sql`update order_items set state = 1`)', 'f'],
])('a rule or a read that changes something is found: %s', (source, name) => {
  expect(changesIn(source)).toEqual([name])
})
