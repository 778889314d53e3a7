import type { ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { candidateRoutes } from './candidate-routes.ts'

const PATHS = {
  root: undefined,
  home: '',
  office: 'office',
  listings: 'office/listings',
  new: 'office/listings/new',
  own: 'office/listings/:id',
  photos: 'office/listings/:id/photos',
  frame: 'account',
  inside: 'letters',
  missing: '*',
}
const PARENTS: Record<string, string | undefined> = { root: undefined, inside: 'frame' }

const routes = Object.fromEntries(
  Object.entries(PATHS).map(([id, path]) => [
    id,
    { id, path, parentId: id in PARENTS ? PARENTS[id] : 'root' },
  ]),
)
const build = { routes, assets: { routes, version: '1' } } as unknown as ServerBuild
const narrow = candidateRoutes(build)
const left = (path: string) => Object.keys(narrow(path).routes).toSorted()

test('only what could answer an address is left, with what it stands in', () => {
  expect(left('/')).toEqual(['home', 'missing', 'root'])
  expect(left('/office')).toEqual(['missing', 'office', 'root'])
  expect(left('/office/listings/new')).toEqual(['missing', 'new', 'own', 'root'])
  expect(left('/office/listings/7/photos')).toEqual(['missing', 'photos', 'root'])
  expect(left('/account/letters')).toEqual(['frame', 'inside', 'missing', 'root'])
  expect(left('/nowhere/at/all')).toEqual(['missing', 'root'])
})

test('an address means the same in capitals and with a slash at its end', () => {
  expect(left('/Office/LISTINGS/')).toEqual(['listings', 'missing', 'root'])
})

test('an address that is written in an unusual way is left to all of them', () => {
  for (const path of ['/%6Fffice', '//office', '/office.data']) expect(narrow(path)).toBe(build)
})

test('the same routes are the same build, and the manifest names the same ones', () => {
  expect(narrow('/office/listings/7')).toBe(narrow('/office/listings/8'))
  expect(Object.keys(narrow('/').assets.routes).toSorted()).toEqual(left('/'))
})
