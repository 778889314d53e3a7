import { type APIRequestContext, type Browser, type BrowserContext, expect } from '@playwright/test'
import { PAGES } from '../../app/site-map/pages.ts'
import { ask, cookieOf } from '../people/ask.ts'
import { READERS, siteOf } from '../people/visit.ts'
import { test } from '../worlds/world.ts'
import { readFurniture } from './furniture.ts'
import { lookAt } from './look.ts'
import { NO_PAGE, type Reader, type Visit, WALKS } from './site-map.ts'

const EMAILS: Readonly<Partial<Record<Reader, string>>> = {
  helen: 'helen@example.com',
  rosa: 'rosa@brightwater.example',
  amina: 'amina@brightwater.example',
  tess: 'tess@tidewater.example',
  admin: 'admin@twiza.example',
}

test('every page of the site map is looked at, or shows nothing of its own for a reason', () => {
  const paths = Object.keys(PAGES).map((address) => address.slice(1))
  const walked = new Set(
    Object.values(WALKS)
      .flat()
      .map(({ route }) => route),
  )
  expect(paths.length).toBeGreaterThan(60)
  expect(paths.filter((path) => !walked.has(path) && !(path in NO_PAGE))).toEqual([])
  expect(paths.filter((path) => walked.has(path) && path in NO_PAGE)).toEqual([])
  const known = [...walked, ...Object.keys(NO_PAGE)]
  expect(known.filter((path) => !paths.includes(path))).toEqual([])
})

type Request = BrowserContext['request']

/** The cookie that somebody's own browser sends to a site. */
async function sessionOf(request: Request, { as = 'nobody', slug }: Visit): Promise<string> {
  if (as === 'nobody') return ''
  if (as === 'halfway founder') return readFurniture().draft
  if (as === 'ready founder') return readFurniture().built
  return cookieOf(request, EMAILS[as] ?? '', slug)
}

async function addressOf(request: Request, visit: Visit, cookie: string): Promise<string> {
  const { at, slug } = visit
  if (typeof at === 'string') return at
  if ('furniture' in at) return readFurniture()[at.furniture]
  const [from, pattern, then] = at
  const text = await (await ask(request, { slug, path: from, cookie })).text()
  const match = pattern.exec(text)
  const found = match?.[1] ?? match?.[0]
  if (!found) throw new Error(`${visit.route}: nothing on ${from} leads there.`)
  return then ? then(found) : found
}

/** A name for a page's pictures: its route, whose site it is on, and which of several it is. */
function namer(): (visit: Visit, language: string) => string {
  const known = new Map<string, number>()
  return ({ route, slug = 'twiza', as = 'nobody' }, language) => {
    const plain = `${slug}-${as}-${route || 'home'}`.replaceAll(/[^a-z0-9-]+/g, '-')
    const count = (known.get(plain) ?? 0) + 1
    known.set(plain, count)
    return `${plain}${count > 1 ? `-${count}` : ''}.${language}`
  }
}

type Session = { readonly cookie: string; readonly context: BrowserContext }

/** Opens a browser of the reader of a page, signed in on its site. */
async function openSession(
  browser: Browser,
  newRequest: () => Promise<APIRequestContext>,
  { visit, language }: { readonly visit: Visit; readonly language: 'en' | 'ar' },
): Promise<Session> {
  // Who signs in with another's cookie takes the other's place, so nobody has the cookies of anybody else.
  const request = await newRequest()
  const cookie = await sessionOf(request, visit)
  await request.dispose()
  const site = siteOf(visit.slug)
  const context = await browser.newContext({ locale: language === 'ar' ? 'ar-EG' : 'en-GB' })
  const cookies = cookie.split('; ').flatMap((pair) => {
    const [, name, value] = /^([^=]+)=(.*)$/.exec(pair) ?? []
    // As its prefix demands; the browser takes a host of this machine for a safe one.
    const url = site.replace('http:', 'https:')
    return name ? [{ name, value: value ?? '', url, secure: true }] : []
  })
  await context.addCookies(cookies)
  return { cookie, context }
}

for (const { language, phone } of READERS)
  for (const [where, visits] of Object.entries(WALKS))
    test(`nothing stands in anybody's way on the pages of ${where} (${language})`, async ({
      browser,
      playwright,
    }) => {
      test.setTimeout(300_000)
      const newRequest = () => playwright.request.newContext()
      const request = await newRequest()
      const nameOf = namer()
      const wrong: string[] = []
      const sessions = new Map<string, Session>()
      for (const visit of visits) {
        const site = siteOf(visit.slug)
        const whose = [visit.as, site].join(' ')
        const session =
          sessions.get(whose) ?? (await openSession(browser, newRequest, { visit, language }))
        sessions.set(whose, session)
        const address = await addressOf(request, visit, session.cookie)
        const page = await session.context.newPage()
        const answer = await page.goto(new URL(address, site).href)
        const name = nameOf(visit, language)
        const status = answer?.status()
        if (status !== (visit.status ?? 200)) wrong.push(`${name}: answers ${status}`)
        if (new URL(page.url()).pathname !== new URL(address, site).pathname)
          wrong.push(`${name}: leads on to ${page.url()}`)
        const read = await page.locator('html').getAttribute('lang')
        if (read !== language) wrong.push(`${name}: is in ${read}`)
        wrong.push(...(await lookAt(page, name, phone)))
        await page.close()
      }
      for (const { context } of sessions.values()) await context.close()
      await request.dispose()
      expect(wrong).toEqual([])
    })
