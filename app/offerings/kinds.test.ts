import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { KINDS } from './kinds.ts'
import { actsOf, kindNames, kindOf, pagesOf } from './registry.server.ts'
import { viewOf } from './views.tsx'

const folders = readdirSync('app/offerings', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'testing')
  .map(({ name }) => name)

test('each folder of a kind is in the list, by its name', () => {
  expect(Object.keys(KINDS).toSorted()).toEqual(folders)
  expect(kindNames()).toEqual(Object.keys(KINDS))
})

/** Each file of a kind: what it exports, and the type of the contract that says what belongs in it. */
const FILES = [
  ['kind.ts', 'kind', 'Kind', 'kind.ts'],
  ['acts.server.ts', 'acts', 'KindActs', 'kind.ts'],
  ['pages.server.ts', 'pages', 'KindPages', 'pages.ts'],
  ['view.tsx', 'view', 'KindView', 'view.ts'],
] as const

/** Returns the names that a type of the contract asks for. */
function askedBy(type: string, file: string): string[] {
  const text = readFileSync(`app/offerings/${file}`, 'utf8')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  return source.statements.flatMap((node) =>
    ts.isTypeAliasDeclaration(node) && node.name.text === type && ts.isTypeLiteralNode(node.type)
      ? node.type.members.map(({ name }) => name?.getText() ?? '')
      : [],
  )
}

type Kept = { readonly file: string; readonly source: string; readonly value: unknown }

/** Returns what keeps a file of a kind from the contract: a missing type, by which the compiler checks it, or a missing name. */
function breaches({ file, source, value }: Kept): string[] {
  const [, name, type, contract] = FILES.find(([each]) => each === file) ?? FILES[0]
  const declared = new RegExp(`^export const ${name}: ${type}(<.*>)? = `, 'm')
  return [
    ...(declared.test(source) ? [] : [`${file} does not say that its ${name} is a ${type}`]),
    ...askedBy(type, contract).filter((key) => !Object.hasOwn(Object(value), key)),
  ]
}

test('the contract asks for something of each file', () => {
  for (const [, , type, file] of FILES) expect(askedBy(type, file).length, type).toBeGreaterThan(2)
})

describe.each(folders)('the kind %s', (name) => {
  test('is called by the name of its folder', () => {
    expect(kindOf(name).name).toBe(name)
  })

  test.each(FILES)('keeps the contract in %s', (file, exported) => {
    const said = { kind: kindOf, acts: actsOf, pages: pagesOf, view: viewOf }[exported]
    const source = readFileSync(`app/offerings/${name}/${file}`, 'utf8')
    expect(breaches({ file, source, value: said(name) })).toEqual([])
  })
})

test.each(FILES)(
  'the kind that is only tested keeps the contract in %s',
  async (file, exported) => {
    const folder = 'app/offerings/testing/seat'
    const source = readFileSync(`${folder}/${file}`, 'utf8')
    const module = (await import(/* @vite-ignore */ `${process.cwd()}/${folder}/${file}`)) as object
    expect(
      breaches({ file, source, value: new Map(Object.entries(module)).get(exported) }),
    ).toEqual([])
  },
)

test('a kind that keeps only a part of the contract is found', () => {
  const value = { prepare: 1, confirm: 1 }
  const found = breaches({ file: 'acts.server.ts', source: 'export const acts = { ... }', value })
  expect(found).toEqual([
    'acts.server.ts does not say that its acts is a KindActs',
    ...askedBy('KindActs', 'kind.ts').filter((key) => !(key in value)),
  ])
  const typed = breaches({
    file: 'view.tsx',
    source: 'export const view: KindView = {}',
    value: {},
  })
  expect(typed).toEqual(askedBy('KindView', 'view.ts'))
})

test('a kind that is in no folder is a fault', () => {
  for (const ask of [kindOf, actsOf, pagesOf, viewOf]) expect(() => ask('barter')).toThrow('barter')
})
