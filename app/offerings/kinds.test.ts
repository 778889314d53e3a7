import { readdirSync } from 'node:fs'
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

describe.each(folders)('the kind %s', (name) => {
  test('has everything that the pages, the flows and the catalogues ask for', () => {
    expect(kindOf(name).name).toBe(name)
    expect(Object.keys(actsOf(name))).toEqual(expect.arrayContaining(['prepare', 'confirm']))
    expect(Object.keys(pagesOf(name))).toEqual(expect.arrayContaining(['readListing', 'choices']))
    expect(Object.keys(viewOf(name))).toEqual(expect.arrayContaining(['Choosing', 'Offered']))
  })
})

test('a kind that is in no folder is a fault', () => {
  for (const ask of [kindOf, actsOf, pagesOf, viewOf]) expect(() => ask('barter')).toThrow('barter')
})
