import { expect, test, type APIRequestContext } from '@playwright/test'
import { WAYS_AWAY } from '../app/request/testing/ways-away.ts'
import { ask, cookieOf, type RequestOptions } from './people/ask.ts'
import { letterTo } from './people/letters.ts'
import { aReader, PASSWORD, siteOf } from './people/visit.ts'

const HELEN = 'helen@example.com'

/** Returns each address of ours that leads on to a way which its reader wrote, with such a way in it. */
function redirectsTo(way: string, signedIn: string): RequestOptions[] {
  const query = `?return=${encodeURIComponent(way)}`
  const form = { email: HELEN, password: PASSWORD }
  return [
    { path: `/sign-in${query}`, method: 'POST', form },
    { path: `/sign-in${query}`, cookie: signedIn },
    { path: `/sign-up${query}`, cookie: signedIn },
    { path: '/sign-out', method: 'POST', form: { next: way } },
    { path: `/go${query}&to=`, cookie: signedIn },
    { path: `/go${query}&to=brightwater`, cookie: signedIn },
    { path: `/go${query}` },
    { path: `/hand-over${query}&code=gone` },
    { path: `/?lang=ar${query.replace('?', '&')}` },
  ]
}

/** Returns the hosts that an answer leads to, also by the ways that its address and its page carry along. */
async function hostsOf(request: APIRequestContext, asked: RequestOptions): Promise<string[]> {
  const home = siteOf(asked.slug)
  const answer = await ask(request, asked)
  expect(answer.status(), asked.path).toBeLessThan(500)
  const location = answer.headers()['location']
  if (location === undefined) return []
  const target = new URL(location, home)
  // Another language leads to the page itself, whose own query is nobody's way.
  const carried = target.pathname === '/' ? null : target.searchParams.get('return')
  return [target.host, ...(carried === null ? [] : [new URL(carried, home).host])]
}

test('no address of ours leads away from our hosts, whatever it is asked to lead on to', async ({
  playwright,
}) => {
  const request = await playwright.request.newContext()
  const ours = [new URL(siteOf()).host, new URL(siteOf('brightwater')).host]
  for (const slug of [undefined, 'brightwater']) {
    const signedIn = await cookieOf(request, HELEN, slug)
    const asked = WAYS_AWAY.flatMap((way) => redirectsTo(way, signedIn))
    let led = 0
    for (const one of asked)
      for (const host of await hostsOf(request, { slug, ...one })) {
        led += 1
        expect(ours, `${one.path} ${JSON.stringify(one.form)}`).toContain(host)
      }
    expect(led).toBeGreaterThan(asked.length / 2)
  }
  await request.dispose()
})

test('an address that begins with two slashes is no address of ours, in any language', async ({
  playwright,
}) => {
  const request = await playwright.request.newContext()
  for (const path of [
    '//evil.example/',
    '//evil.example/?lang=ar',
    '/\\evil.example/?lang=fr',
    '/.//evil.example',
  ])
    for (const slug of [undefined, 'brightwater']) {
      const answer = await ask(request, { slug, path })
      expect(answer.status(), path).toBe(400)
      expect(answer.headers()['location']).toBeUndefined()
      expect(await answer.text()).not.toContain('"//evil.example')
    }
  await request.dispose()
})

test('what is one reader’s is stored by no browser, in any spelling of its address', async ({
  playwright,
}) => {
  const request = await playwright.request.newContext()
  const rosa = await cookieOf(request, 'rosa@brightwater.example', 'brightwater')
  const paths = [
    '/office',
    '/OFFICE',
    '/%6Ffice',
    '/office.data',
    '/account',
    '/account.data',
    '/office/earnings.csv',
  ]
  for (const path of paths)
    for (const cookie of [rosa, undefined]) {
      const answer = await ask(request, { slug: 'brightwater', path, cookie })
      expect(answer.headers()['cache-control'], path).toBe('private, no-store')
    }
  for (const path of [
    '/orders/gone',
    '/orders/gone.data',
    '/verify?code=gone',
    '/reset?code=gone',
    '/join?code=gone',
    '/sign-in',
  ])
    expect(
      (await ask(request, { slug: 'brightwater', path })).headers()['cache-control'],
      path,
    ).toBe('private, no-store')
  const quote = { slug: 'brightwater', path: '/listings/regular-clean/quote', cookie: rosa }
  expect((await ask(request, quote)).headers()['cache-control']).toBe('private, no-store')
  const shop = await ask(request, { slug: 'brightwater', path: '/', cookie: rosa })
  expect(shop.headers()['cache-control']).toBe('private, no-cache')
  await request.dispose()
})

test('signing up answers the same whether an address has an account; its owner learns it by a letter', async ({
  browser,
  playwright,
}) => {
  const request = await playwright.request.newContext()
  const page = await aReader(browser)
  const signUp = async (email: string, password: string) => {
    const form = { name: 'Somebody', email, password }
    const answer = await ask(request, { path: '/sign-up', method: 'POST', form })
    const { location = '', 'set-cookie': cookie = '' } = answer.headers()
    return [
      answer.status(),
      location.replace(encodeURIComponent(email), 'ADDRESS'),
      cookie.replace(/=[0-9a-f]{64};/, '=PROOF;'),
      await answer.text(),
    ]
  }
  const unknown = await signUp('somebody-new@example.org', 'a guess of a stranger')
  expect(unknown.slice(0, 2)).toEqual([303, '/verify?return=%2Faccount&email=ADDRESS'])
  // The right password tells no more than a wrong one.
  expect(await signUp('paco@azahar.example', PASSWORD)).toEqual(unknown)
  expect(await signUp('paco@azahar.example', 'a guess of a stranger')).toEqual(unknown)
  await expect(async () => {
    await page.goto(`${siteOf()}/mailbox?to=paco@azahar.example`)
    await expect(page.locator('main summary').first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await page.goto(await letterTo(page, 'somebody-new@example.org', '/verify'))
  await expect(page.locator('#password'), 'another browser chooses a password').toBeVisible()
  await request.dispose()
})

test('signing in again ends the session that the browser had', async ({ playwright }) => {
  const request = await playwright.request.newContext()
  const first = await cookieOf(request, HELEN)
  const form = { email: HELEN, password: PASSWORD }
  await ask(request, { path: '/sign-in', method: 'POST', form, cookie: first })
  expect((await ask(request, { path: '/account', cookie: first })).status()).toBe(302)
  await request.dispose()
})

test('letters are read on this machine alone, not through a proxy on it', async ({
  playwright,
}) => {
  const request = await playwright.request.newContext()
  expect((await ask(request, { path: '/mailbox' })).status()).toBe(200)
  for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])
    expect(
      (
        await request.get(`http://127.0.0.1:${new URL(siteOf()).port}/mailbox`, {
          headers: { host: new URL(siteOf()).host, [name]: '203.0.113.9' },
        })
      ).status(),
      name,
    ).toBe(404)
  await request.dispose()
})
