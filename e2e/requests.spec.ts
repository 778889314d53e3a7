import { expect, test, type APIRequestContext, type APIResponse } from '@playwright/test'
import routes from '../app/routes.ts'
import { ask, cookieOf } from './people/ask.ts'
import { asOwner } from './people/owner.ts'

type Site = 'co-op' | 'federation'
type Who = 'anybody' | 'person' | 'member' | 'steward' | 'admin'

/**
 * Who each address is for: its site, and the least one has to be to read it. An address without a line here is one
 * that nobody has thought about: say who it is for.
 */
const FOR: Readonly<Record<string, readonly [sites: readonly Site[], who: Who]>> = {
  '': [['co-op', 'federation'], 'anybody'],
  start: [['federation'], 'anybody'],
  'start/name': [['federation'], 'anybody'],
  'start/look': [['federation'], 'anybody'],
  'start/logo': [['federation'], 'anybody'],
  'start/people': [['federation'], 'anybody'],
  'start/charter': [['federation'], 'anybody'],
  'start/building': [['federation'], 'anybody'],
  'co-ops': [['federation'], 'anybody'],
  'co-ops/:slug': [['federation'], 'anybody'],
  terms: [['federation'], 'anybody'],
  console: [['federation'], 'admin'],
  'console/co-ops.csv': [['federation'], 'admin'],
  'console/co-ops/:slug': [['federation'], 'admin'],
  'console/new': [['federation'], 'admin'],
  'console/import': [['federation'], 'admin'],
  'console/import.csv': [['federation'], 'admin'],
  'console/imports/:id': [['federation'], 'admin'],
  'console/people': [['federation'], 'admin'],
  'console/fee': [['federation'], 'admin'],
  'console/doors': [['federation'], 'admin'],
  'console/doors/:id': [['federation'], 'admin'],
  'console/log': [['federation'], 'admin'],
  'console/log.csv': [['federation'], 'admin'],
  listings: [['co-op'], 'anybody'],
  'listings/:slug': [['co-op'], 'anybody'],
  'listings/:slug/quote': [['co-op'], 'anybody'],
  'listings/:slug/book': [['co-op'], 'anybody'],
  'orders/:token': [['co-op'], 'anybody'],
  'orders/:token/paid': [['co-op'], 'anybody'],
  'orders/:token/change': [['co-op'], 'anybody'],
  'orders/:token/receipt': [['co-op'], 'anybody'],
  'orders/:token/receipt.pdf': [['co-op'], 'anybody'],
  join: [['co-op'], 'anybody'],
  charter: [['co-op'], 'anybody'],
  'charter/:version': [['co-op'], 'anybody'],
  decisions: [['co-op'], 'anybody'],
  'decisions/:number': [['co-op'], 'anybody'],
  'decisions/:number/ballots.csv': [['co-op'], 'anybody'],
  'decisions/:number/ballots.json': [['co-op'], 'anybody'],
  books: [['co-op'], 'anybody'],
  office: [['co-op'], 'member'],
  'office/jobs/:id': [['co-op'], 'member'],
  'office/listings': [['co-op'], 'member'],
  'office/listings/new': [['co-op'], 'member'],
  'office/listings/:id': [['co-op'], 'member'],
  'office/listings/:id/photos': [['co-op'], 'member'],
  'office/hours': [['co-op'], 'member'],
  'office/earnings': [['co-op'], 'member'],
  'office/earnings.csv': [['co-op'], 'member'],
  'office/members': [['co-op'], 'member'],
  'office/members.csv': [['co-op'], 'steward'],
  'office/co-op': [['co-op'], 'member'],
  'office/co-op/checklist': [['co-op'], 'member'],
  'office/doors': [['co-op'], 'member'],
  'office/books': [['co-op'], 'member'],
  'office/books.csv': [['co-op'], 'member'],
  'office/books/:id': [['co-op'], 'member'],
  'office/storefront': [['co-op'], 'steward'],
  'office/brand': [['co-op'], 'steward'],
  'office/profile': [['co-op'], 'member'],
  'office/export': [['co-op'], 'steward'],
  'office/charter': [['co-op'], 'member'],
  'office/decisions': [['co-op'], 'member'],
  'office/decisions/new': [['co-op'], 'member'],
  'office/decisions/:number': [['co-op'], 'member'],
  'sign-in': [['co-op', 'federation'], 'anybody'],
  'sign-up': [['co-op', 'federation'], 'anybody'],
  'sign-out': [['co-op', 'federation'], 'anybody'],
  verify: [['co-op', 'federation'], 'anybody'],
  forgot: [['co-op', 'federation'], 'anybody'],
  reset: [['co-op', 'federation'], 'anybody'],
  account: [['co-op', 'federation'], 'person'],
  go: [['co-op', 'federation'], 'person'],
  'hand-over': [['co-op', 'federation'], 'anybody'],
  mailbox: [['co-op', 'federation'], 'anybody'],
  workshop: [['co-op', 'federation'], 'anybody'],
  'pattern.svg': [['co-op', 'federation'], 'anybody'],
  'theme.css': [['co-op', 'federation'], 'anybody'],
  'files/:id/:size': [['co-op'], 'anybody'],
  'calendar/:file': [['co-op'], 'anybody'],
  'machines/stripe/events': [['co-op', 'federation'], 'anybody'],
  '*': [['co-op', 'federation'], 'anybody'],
}

const paths = routes.map(({ path }) => path ?? '')

const SAMPLES: Readonly<Record<string, string>> = {
  slug: 'brightwater',
  token: 'no-such-order',
  id: '01a00000-0000-7000-8000-000000000000',
  number: '1',
  version: '1',
  size: '400',
  file: 'ballots.csv',
  '*': 'nothing/here',
}

const address = (path: string) =>
  `/${path.replaceAll(/:(\w+)|\*/g, (hole, name: string | undefined) => SAMPLES[name ?? hole] ?? 'x')}`

/** Whose site is asked. */
const SLUGS = { 'co-op': 'brightwater', federation: undefined } as const

/** Everybody who might try a door, and on which site they have a session. */
const PEOPLE = {
  nobody: null,
  customer: 'helen@example.com',
  sibling: 'lola@azahar.example',
  suspended: 'marta@brightwater.example',
  member: 'rosa@brightwater.example',
  steward: 'amina@brightwater.example',
  admin: 'admin@twiza.example',
} as const
type Name = keyof typeof PEOPLE

/** Who may go in where. An admin has no key to any co-op's house, nor a steward to the console. */
const MAY: Readonly<Record<Who, readonly Name[]>> = {
  anybody: Object.keys(PEOPLE) as Name[],
  person: ['customer', 'sibling', 'suspended', 'member', 'steward', 'admin'],
  member: ['member', 'steward'],
  steward: ['steward'],
  admin: ['admin'],
}

const SHUT: ReadonlySet<number> = new Set([202, 302, 303, 403, 404, 405])

test('every address has somebody it is for', () => {
  expect(paths.length).toBeGreaterThan(60)
  expect(paths.filter((path) => !(path in FOR))).toEqual([])
  expect(Object.keys(FOR).filter((path) => !paths.includes(path))).toEqual([])
})

type Door = { readonly site: Site; readonly path: string; readonly cookie: string | undefined }

/** What no browser of ours sends. */
const UNREADABLE = [
  ['application/json', '{"act":"x"}'],
  ['multipart/form-data; boundary=x', 'torn off'],
] as const

/** The answers that are pages and wear another site's face than the one that was asked. */
async function strangersAmong(answers: readonly APIResponse[], { site }: Door): Promise<string[]> {
  const slug = SLUGS[site]
  const pages = answers.filter((answer) => answer.headers()['content-type']?.includes('text/html'))
  const texts = await Promise.all(pages.map((answer) => answer.text()))
  return pages
    .filter((_, index) => slug && !texts[index]?.includes(`/theme.css?s=${slug}`))
    .map((answer) => `${site}: ${answer.url()} wears another face`)
}

/** What is wrong with how one door of one site answers somebody. */
async function faultsAt(request: APIRequestContext, name: Name, door: Door): Promise<string[]> {
  const [sites, who] = FOR[door.path] ?? [[], 'admin']
  const mine = sites.includes(door.site) && MAY[who].includes(name)
  const asked = { slug: SLUGS[door.site], path: address(door.path), cookie: door.cookie }
  const hasData = door.path !== '' && !door.path.includes('.')
  const tries = [
    await ask(request, asked),
    ...(hasData ? [await ask(request, { ...asked, path: `${asked.path}.data` })] : []),
    ...(mine && who === 'anybody' ? [] : [await ask(request, { ...asked, method: 'POST' })]),
  ]
  const odd = await Promise.all([
    ask(request, { ...asked, path: `${asked.path}?q=%00&page=-1` }),
    ...UNREADABLE.map((raw) => ask(request, { ...asked, method: 'POST', raw })),
  ])
  const elsewhere = await ask(request, { ...asked, method: 'POST', fromElsewhere: true })
  const forged = door.path !== 'machines/stripe/events' && elsewhere.status() !== 403
  return [
    ...odd
      .filter((answer) => answer.status() >= 500)
      .map((answer) => `${door.site}: what is no form at ${asked.path}: ${answer.status()}`),
    ...tries
      .filter((answer) => answer.status() >= 500 || (!mine && !SHUT.has(answer.status())))
      .map(
        (answer) => `${door.site}: ${new URL(answer.url()).pathname} answers ${answer.status()}`,
      ),
    ...(await strangersAmong(tries, door)),
    ...(forged ? [`a form from elsewhere at ${asked.path}: ${elsewhere.status()}`] : []),
  ]
}

const OWN_DOORS = [
  ['member', 'co-op', 'office'],
  ['steward', 'co-op', 'office/members.csv'],
  ['admin', 'federation', 'console/log.csv'],
  ['customer', 'co-op', 'account'],
] as const

test('the doors that are theirs do open', async ({ playwright }) => {
  const request = await playwright.request.newContext()
  for (const [name, site, path] of OWN_DOORS) {
    const cookie = await cookieOf(request, PEOPLE[name], SLUGS[site])
    expect(
      (await ask(request, { slug: SLUGS[site], path: address(path), cookie })).status(),
      path,
    ).toBe(200)
  }
  await request.dispose()
})

/** No page suspends a member yet: it is written where it will be written, for as long as these tests take. */
const suspend = (state: 'suspended' | 'active') => () =>
  asOwner((sql) => sql`update members set state = ${state} where email = ${PEOPLE.suspended}`)

test.beforeAll(suspend('suspended'))
test.afterAll(suspend('active'))

for (const name of Object.keys(PEOPLE) as Name[]) {
  test(`as ${name}, only the doors that are theirs open, by page and by data alike`, async ({
    playwright,
  }) => {
    test.setTimeout(180_000)
    const request = await playwright.request.newContext()
    const wrong: string[] = []
    for (const site of ['co-op', 'federation'] as const) {
      const email = PEOPLE[name]
      const cookie = email ? await cookieOf(request, email, SLUGS[site]) : undefined
      for (const path of paths.filter((known) => known !== 'sign-out'))
        wrong.push(...(await faultsAt(request, name, { site, path, cookie })))
    }
    await request.dispose()
    expect(wrong).toEqual([])
  })
}
