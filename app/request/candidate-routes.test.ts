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
const candidatesFor = candidateRoutes(build)
const routeIds = (path: string) => Object.keys(candidatesFor(path).routes).toSorted()

test('only the routes that could match an address remain, with their parents', () => {
  expect(routeIds('/')).toEqual(['home', 'missing', 'root'])
  expect(routeIds('/office')).toEqual(['missing', 'office', 'root'])
  expect(routeIds('/office/listings/new')).toEqual(['missing', 'new', 'own', 'root'])
  expect(routeIds('/office/listings/7/photos')).toEqual(['missing', 'photos', 'root'])
  expect(routeIds('/account/letters')).toEqual(['frame', 'inside', 'missing', 'root'])
  expect(routeIds('/nowhere/at/all')).toEqual(['missing', 'root'])
})

test('an address matches the same routes in capitals and with a trailing slash', () => {
  expect(routeIds('/Office/LISTINGS/')).toEqual(['listings', 'missing', 'root'])
})

test('an address in an unusual spelling gets the whole build', () => {
  for (const path of ['/%6Fffice', '//office', '/office.data'])
    expect(candidatesFor(path)).toBe(build)
})

test('the same routes give the same build, and the manifest names the same routes', () => {
  expect(candidatesFor('/office/listings/7')).toBe(candidatesFor('/office/listings/8'))
  expect(Object.keys(candidatesFor('/').assets.routes).toSorted()).toEqual(routeIds('/'))
})
