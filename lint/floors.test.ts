import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

/** The list of areas, as `docs/architecture.md` has it: the one line that begins with "Areas:". */
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

/** Rooms of a floor that are no area, and why. */
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  'app/flows': ['stories', 'testing'],
}

/** Audiences whose pages are of one area: they have no rooms inside. */
const ONE_AREA = ['account', 'federation', 'found', 'machines', 'workshop']

/** Catalogues that every area shares. */
const SHARED = ['common', 'errors', 'forms', 'refusals', 'ui']

const floors = ['app/domains', 'app/rules', 'app/flows', 'app/reads', 'app/views']

const audiences = foldersIn('app/routes')
  .filter((audience) => !ONE_AREA.includes(audience))
  .map((audience) => `app/routes/${audience}`)

/** What stands on a floor and is no room of the list. */
const strange = (names: readonly string[], floor: string) =>
  names.filter((name) => ![...areas(), ...(BESIDES[floor] ?? [])].includes(name))

test('the same rooms are on every floor, and nothing lies in the corridor', () => {
  expect(areas().length).toBeGreaterThan(10)
  expect(areas()).toEqual(areas().toSorted())
  for (const floor of [...floors, ...audiences]) {
    expect(strange(foldersIn(floor), floor), floor).toEqual([])
    expect(filesIn(floor), floor).toEqual([])
  }
  for (const audience of ONE_AREA) expect(foldersIn(`app/routes/${audience}`)).toEqual([])
})

test('a room that is on no list is found', () => {
  expect(strange(['orders', 'checkout'], 'app/flows')).toEqual(['checkout'])
})

test('the catalogues have one file for each area, and a few that all share', () => {
  for (const language of foldersIn('app/locales')) {
    const names = filesIn(`app/locales/${language}`).map((name) => basename(name, '.ts'))
    expect(names.toSorted(), language).toEqual([...areas(), ...SHARED].toSorted())
  }
})

/** Every table, by the domain that owns it. */
const tables = filesIn('db/schema').flatMap((file) =>
  [...readFileSync(join('db/schema', file), 'utf8').matchAll(/pgTable\(\s*'(\w+)'/g)].map(
    ([, table]) => [table ?? '', basename(file, '.ts')] as const,
  ),
)

/** Tables of other domains that the raw SQL of a source names. */
function borrowed(source: string, domain: string): string[] {
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
      expect(borrowed(source, domain), `${domain}/${file}`).toEqual([])
    }
  expect(queries).toBeGreaterThan(5)
  expect(tables.length).toBeGreaterThan(30)
})

test('raw SQL that borrows a table is found', () => {
  const source = 'db.execute(sql`select 1 from ledger_entries e join orders o on true`)'
  expect(borrowed(source, 'orders')).toEqual(['ledger_entries'])
})
