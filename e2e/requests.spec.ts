import { expect, test, type APIRequestContext, type APIResponse } from '@playwright/test'
import { PAGES } from '../app/site-map/pages.ts'
import type { Page } from '../app/site-map/page.ts'
import { connect } from 'node:net'
import { ask, cookieOf } from './people/ask.ts'
import { siteOf } from './people/visit.ts'
import { asOwner } from './worlds/world.ts'

type Site = Page['sites'][number]

/** Who each address is for, as the site map says it; here it is proven. */
const FOR: Readonly<Record<string, Page>> = PAGES

const NOBODY = { sites: [], for: 'admin' } as const

const paths = Object.keys(PAGES)

const SAMPLES: Readonly<Record<string, string>> = {
  slug: 'brightwater',
  id: '01a00000-0000-7000-8000-000000000000',
  number: '1',
  version: '1',
  size: '400',
  '*': 'nothing/here',
}

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
const MAY: Readonly<Record<Page['for'], readonly Name[]>> = {
  anybody: Object.keys(PEOPLE) as Name[],
  person: ['customer', 'sibling', 'suspended', 'member', 'steward', 'admin'],
  member: ['member', 'steward'],
  steward: ['steward'],
  admin: ['admin'],
}

const SHUT: ReadonlySet<number> = new Set([202, 302, 303, 403, 404, 405])

/** What an address answers to those whom it is for, where that is no page or file of its own, and why. */
const ANSWERS: Readonly<Record<string, readonly [status: number, why: string]>> = {
  '/*': [404, 'nothing is there'],
  '/start/name': [302, 'without a draft one begins at the start'],
  '/start/look': [302, 'without a draft one begins at the start'],
  '/start/people': [302, 'without a draft one begins at the start'],
  '/start/charter': [302, 'without a draft one begins at the start'],
  '/start/building': [302, 'without a draft one begins at the start'],
  '/start/logo': [404, 'without a draft there is no picture'],
  '/co-ops/:slug': [302, 'leads on to the co-op'],
  '/console/imports/:id': [404, 'nothing was imported'],
  '/listings/:slug/book': [302, 'leads back to choose a time'],
  '/orders/:token/paid': [302, 'leads on to the order'],
  '/office/co-op/checklist': [302, 'takes a form, and leads back'],
  '/go': [302, 'leads on'],
  '/hand-over': [302, 'without a code one signs in'],
  'federation /hand-over': [404, 'one is handed over to a co-op'],
  'co-op /mailbox': [404, 'letters are read at the federation'],
  '/files/:id/:size': [404, 'there is no picture with this id'],
  '/machines/stripe/events': [404, 'takes what a machine sends'],
}

/** The answer that a door gives to somebody whom it is for. */
function answerOf({ site, path, cookie }: Door): number {
  if (path === '/sign-in' || path === '/sign-up') return cookie ? 302 : 200
  return (ANSWERS[`${site} ${path}`] ?? ANSWERS[path])?.[0] ?? 200
}

/** What is really there, for the holes of addresses: found on the pages of those whom they are for. */
const THERE = {
  '/listings/:slug': ['rosa@brightwater.example', '/listings', /\/listings\/([a-z0-9-]+)"/],
  '/orders/:token': ['helen@example.com', '/account', /\/orders\/([\w-]+)/],
  '/office/jobs/:id': ['rosa@brightwater.example', '/office', /\/office\/jobs\/([\w-]+)/],
  '/office/listings/:id': [
    'rosa@brightwater.example',
    '/office/listings',
    /\/office\/listings\/([0-9a-f-]{36})/,
  ],
  '/office/books/:id': [
    'rosa@brightwater.example',
    '/office/books',
    /\/office\/books\/([0-9a-f-]{36})/,
  ],
  '/calendar/:file': ['rosa@brightwater.example', '/office/hours', /\/calendar\/([\w-]+\.ics)/],
} as const

/** What was found for the hole of an address, by the address's beginning. */
const found = new Map<string, string>()

test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext()
  for (const [start, [email, path, pattern]] of Object.entries(THERE)) {
    const cookie = await cookieOf(request, email, 'brightwater')
    const text = await (await ask(request, { slug: 'brightwater', path, cookie })).text()
    const [, there] = pattern.exec(text) ?? []
    if (!there) throw new Error(`${path} shows nothing for ${start}.`)
    found.set(start, there)
  }
  await request.dispose()
})

function address(path: string): string {
  const start = [...found.keys()].find((known) => path === known || path.startsWith(`${known}/`))
  const there = start ? path.replace(/:\w+/, found.get(start) ?? '') : path
  return there.replaceAll(
    /:(\w+)|\*/g,
    (hole, name: string | undefined) => SAMPLES[name ?? hole] ?? 'x',
  )
}

type Door = { readonly site: Site; readonly path: string; readonly cookie: string | undefined }

/** What no browser of ours sends. */
const UNREADABLE = [
  ['application/json', '{"act":"x"}'],
  ['multipart/form-data; boundary=x', 'torn off'],
] as const

/** Dates that no calendar and no database reaches, under each name by which an address takes one. */
const FAR_DATES = {
  GET: 'slot=%2B275760-09-13T00:00:00Z&from=9999-12-31&until=0000-01-01&month=9999-12&date=0000-01-01',
  POST: 'slot=9999-12-31T23:59:59Z&from=0000-01-01&until=%2B275760-09-13&month=0000-01&date=9999-12-31',
} as const

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
  const { sites, for: who }: Pick<Page, 'sites' | 'for'> = FOR[door.path] ?? NOBODY
  const mine = sites.includes(door.site) && MAY[who].includes(name)
  const asked = { slug: SLUGS[door.site], path: address(door.path), cookie: door.cookie }
  const hasData = door.path !== '/' && !door.path.includes('.')
  const tries = [
    await ask(request, asked),
    ...(hasData ? [await ask(request, { ...asked, path: `${asked.path}.data` })] : []),
    ...(mine && who === 'anybody' ? [] : [await ask(request, { ...asked, method: 'POST' })]),
  ]
  const odd = await Promise.all([
    ask(request, { ...asked, path: `${asked.path}?q=%00&page=-1` }),
    ...UNREADABLE.map((raw) => ask(request, { ...asked, method: 'POST', raw })),
    ...(['GET', 'POST'] as const).map((method) =>
      ask(request, { ...asked, method, path: `${asked.path}?${FAR_DATES[method]}` }),
    ),
  ])
  const elsewhere = await ask(request, { ...asked, method: 'POST', fromElsewhere: true })
  const forged = door.path !== '/machines/stripe/events' && elsewhere.status() !== 403
  const got = tries[0]?.status()
  const unlike = mine && got !== answerOf(door)
  return [
    ...(unlike ? [`${door.site}: ${asked.path} is theirs, and answers ${got}`] : []),
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
  ['member', 'co-op', '/office'],
  ['steward', 'co-op', '/office/members.csv'],
  ['admin', 'federation', '/console/log.csv'],
  ['customer', 'co-op', '/account'],
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
      for (const path of paths.filter((known) => known !== '/sign-out'))
        wrong.push(...(await faultsAt(request, name, { site, path, cookie })))
    }
    await request.dispose()
    expect(wrong).toEqual([])
  })
}

test('a suspended member reads why, in their language', async ({ playwright }) => {
  const request = await playwright.request.newContext()
  const cookie = await cookieOf(request, PEOPLE.suspended, SLUGS['co-op'])
  for (const [language, words] of [
    ['en', 'Your membership is suspended'],
    ['ar', 'عضويتك معلّقة'],
  ] as const) {
    const asked = { slug: SLUGS['co-op'], path: '/office', cookie: `${cookie}; lang=${language}` }
    const answer = await ask(request, asked)
    expect(answer.status()).toBe(403)
    expect(await answer.text()).toContain(words)
  }
  await request.dispose()
})

/** Sends a request line and headers as they are, and returns the status of the answer. */
function sendRaw(target: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(siteOf()).port), '127.0.0.1')
    socket.setTimeout(10_000, () => socket.destroy(new Error('No answer came.')))
    socket.once('error', reject)
    socket.once('data', (answer) => {
      socket.destroy()
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer.toString())?.[1]))
    })
    socket.write([`GET ${target} HTTP/1.1`, ...lines, 'connection: close', '', ''].join('\r\n'))
  })
}

test('a request that names one site in its target and another in its Host is refused, and nothing of it is cached', async ({
  request,
}) => {
  const host = new URL(siteOf('brightwater')).host
  // A language that no other story asks for, so that the page is in no cache yet.
  const language = 'en-GB, en;q=0.87'
  for (const from of ['nour', 'tidewater', undefined])
    for (const scheme of ['http:', 'https:'])
      for (const path of ['/', '/books', '/charter']) {
        const target = `${siteOf(from).replace('http:', scheme)}${path}`
        expect(await sendRaw(target, { host, 'accept-language': language })).toBe(400)
      }
  expect(await sendRaw('*', { host })).toBe(400)
  expect(await sendRaw('/', { host, 'accept-language': language })).toBe(200)
  const answer = await request.get(`http://127.0.0.1:${new URL(siteOf()).port}/`, {
    headers: { host, 'accept-language': language },
  })
  expect(await answer.text()).toContain('Brightwater')
})

test('a form that is too large is refused in the reader’s language, and a query that nobody reads is on no page', async ({
  playwright,
}) => {
  const request = await playwright.request.newContext()
  const fields = Array.from({ length: 40_000 }, (_, n) => `f${n}=1`).join('&')
  for (const [body, path, cookie, words] of [
    [fields, '/sign-in', 'lang=en', 'That is too much at once.'],
    [fields.slice(0, 9000), '/sign-in', 'lang=ar', 'هذا كثير دفعةً واحدة.'],
  ] as const) {
    const raw = ['application/x-www-form-urlencoded', body] as const
    const answer = await ask(request, { slug: 'brightwater', path, cookie, method: 'POST', raw })
    expect(answer.status()).toBe(413)
    expect(await answer.text()).toContain(words)
  }
  const page = await ask(request, { slug: 'brightwater', path: '/charter?stranger=here' })
  expect(page.status()).toBe(200)
  expect(await page.text()).not.toContain('stranger')
  await request.dispose()
})
