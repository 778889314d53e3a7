import { expect, test, type APIRequestContext, type APIResponse } from '@playwright/test'
import { type Page, PAGES } from '../app/site-map/pages.ts'
import { ask, cookieOf } from './people/ask.ts'
import { asOwner } from './worlds/world.ts'

type Site = Page['sites'][number]

/** Who each address is for, as the site map says it; here it is proven. */
const FOR: Readonly<Record<string, Page>> = PAGES

const NOBODY = { sites: [], for: 'admin' } as const

const paths = Object.keys(PAGES)

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
  path.replaceAll(/:(\w+)|\*/g, (hole, name: string | undefined) => SAMPLES[name ?? hole] ?? 'x')

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
  ])
  const elsewhere = await ask(request, { ...asked, method: 'POST', fromElsewhere: true })
  const forged = door.path !== '/machines/stripe/events' && elsewhere.status() !== 403
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
