import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import routes from '../routes.ts'
import { SORTS } from '#app/reads/offerings/listing-sorts.ts'
import {
  isCached,
  isCachedWith,
  isPersonal,
  loggable,
  pagesOf,
  readQuery,
  takesFile,
} from './look-up.ts'
import { PAGES } from './pages.ts'
import type { Page } from './page.ts'
import { pathTo } from './paths.ts'

const all: readonly (readonly [address: string, page: Page])[] = Object.entries(PAGES)

describe('the site map', () => {
  test('names a file that is there for each address, and is what Remix serves', () => {
    expect(all.length).toBeGreaterThan(60)
    expect(routes.map(({ path }) => `/${path ?? ''}`)).toEqual(all.map(([address]) => address))
    expect(routes.filter(({ file }) => !existsSync(`app/${file}`))).toEqual([])
  })

  test('lets a bar hold only pages that need nothing to be named, and each page under one of a bar', () => {
    const inBars = all.filter(([, { nav }]) => nav).map(([address]) => address)
    expect(inBars.filter((address) => address.includes(':'))).toEqual([])
    for (const [address, { under }] of all) if (under) expect(inBars, address).toContain(under)
    expect(pagesOf('office').map(({ href }) => href)).toEqual([
      '/office',
      '/office/listings',
      '/office/hours',
      '/office/earnings',
      '/office/decisions',
      '/office/co-op',
    ])
    expect(pagesOf('console').find(({ href }) => href === '/console/new')?.holds).toEqual([
      '/console/import',
      '/console/imports',
    ])
  })

  test('caches only what anybody may read on a co-op’s site', () => {
    for (const [address, page] of all.filter(([, { cached }]) => cached)) {
      expect(page.for, address).toBe('anybody')
      expect(page.sites, address).toContain('co-op')
    }
  })

  test('calls an address secret that has a token in it', () => {
    const open = all.filter(([address, { secret }]) => /:(token|file)\b/.test(address) && !secret)
    expect(open).toEqual([])
  })
})

describe('a path', () => {
  test('is filled, and what fills it is encoded', () => {
    expect(pathTo('/')).toBe('/')
    expect(pathTo('/files/:id/:size', { id: 'a/b ?', size: 400 })).toBe('/files/a%2Fb%20%3F/400')
    expect(pathTo('/orders/:token/receipt.pdf', { token: 'x' })).toBe('/orders/x/receipt.pdf')
  })

  test('has what is asked behind its question mark, and nothing where nothing is', () => {
    expect(pathTo('/office/brand', { said: 'look-saved' })).toBe('/office/brand?said=look-saved')
    expect(pathTo('/', { lang: true })).toBe('/?lang')
    expect(pathTo('/sign-in', { return: '/a?b=c d', email: undefined })).toBe(
      '/sign-in?return=%2Fa%3Fb%3Dc+d',
    )
    expect(pathTo('/listings', new URLSearchParams())).toBe('/listings')
    expect(pathTo('/console/doors/:id', { id: '7' }, { page: 'books' })).toBe(
      '/console/doors/7?page=books',
    )
  })

  test('to nowhere, with too little or with too much does not compile', () => {
    // @ts-expect-error There is no such address.
    pathTo('/nowhere')
    // @ts-expect-error The order's token is missing.
    expect(() => pathTo('/orders/:token')).toThrow(TypeError)
    // @ts-expect-error This page has no such query parameter.
    pathTo('/office/brand', { return: '/' })
  })
})

describe('what follows from the site map', () => {
  test.each(['/', '/listings', '/listings/regular-clean', '/charter/2', '/decisions/1', '/books'])(
    'an anonymous %s is cached',
    (path) => expect(isCached(path)).toBe(true),
  )

  test.each([
    '/office',
    '/listings/regular-clean/quote',
    '/listings/regular-clean.data',
    '/decisions/1/ballots.csv',
    '/orders/x',
    '/start',
    '/listings/',
  ])('%s is not', (path) => expect(isCached(path)).toBe(false))

  test.each([
    '/office',
    '/OFFICE',
    '/Office/',
    '/%6Ffice',
    '/office.data',
    '/office/no-such',
    '/account',
    '/console/log',
    '/console/log.csv',
    '/go',
    '/orders/3sEcReT',
    '/orders/3sEcReT.data',
    '/orders/3sEcReT/receipt.pdf',
    '/calendar/3sEcReT.ics',
    '/verify',
    '/reset',
    '/hand-over',
    '/join',
    '/sign-in',
    '/start/people',
    '/mailbox',
    '/officer',
  ])('%s is stored by no browser', (path) => expect(isPersonal(path)).toBe(true))

  test.each(['/', '/books', '/listings/regular-clean', '/charter/1', '/theme.css', '/co-ops'])(
    '%s is the same for everybody',
    (path) => expect(isPersonal(path)).toBe(false),
  )

  test.each([
    ['/orders/3sEcReT', '/orders/:token'],
    ['/orders/3sEcReT.data', '/orders/:token'],
    ['/ORDERS/3sEcReT/receipt/', '/orders/:token/receipt'],
    ['/orders/3sEcReT/receipt.pdf', '/orders/:token/receipt.pdf'],
    ['/calendar/3sEcReT.ics', '/calendar/:file'],
    ['/orders/3sEcReT/no-such', '/*'],
    ['/office/listings/new', '/office/listings/new'],
    ['/office/jobs/7', '/office/jobs/7'],
  ])('%s is logged as %s', (path, logged) => expect(loggable(path)).toBe(logged))

  test('reads of a cached page’s query only what the page reads, and caches the values that it lists', () => {
    expect(readQuery('/', '?a=1')).toBe('')
    expect(readQuery('/listings', '?x=1&team=2&sort=price&q=&sort=time')).toBe('?sort=price&team=2')
    expect(readQuery('/listings/clean/quote', '?n.bedrooms=2')).toBe('?n.bedrooms=2')
    const cachedWith = (query: string) => isCachedWith('/listings', readQuery('/listings', query))
    expect(['', '?utm=1', '?sort=price&team=2', '?sort=ours'].map(cachedWith)).not.toContain(false)
    expect(['?q=oven', '?sort=1', '?team=12'].map(cachedWith)).not.toContain(true)
    expect(isCachedWith('/office', '')).toBe(false)
    const { cached } = PAGES['/listings']
    expect(cached.sort).toEqual(['', ...SORTS])
  })

  test('takes files where a page has a form for one', () => {
    const pages = all.filter(([, page]) => page.takesFile).map(([address]) => address)
    expect(pages.map((address) => address.replace(':id', 'x')).every(takesFile)).toBe(true)
    for (const [address, page] of all) {
      const file = routes.find(({ path }) => `/${path ?? ''}` === address)?.file ?? ''
      const sends = readFileSync(`app/${file}`, 'utf8').includes('multipart/form-data')
      expect([address, page.takesFile === true]).toEqual([address, sends])
    }
  })
})
