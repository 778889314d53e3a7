import { request as ask } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { aReader, siteOf } from './people/visit.ts'

type Answer = {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: Buffer
}

/** Asks over the network, and gives the bytes as they came. Names below localhost are looked up by browsers alone. */
function get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { hostname, port, pathname, search } = new URL(url)
  return new Promise((done, failed) => {
    ask(
      {
        host: '127.0.0.1',
        port,
        path: pathname + search,
        headers: { host: `${hostname}:${port}`, ...headers },
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          done({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks),
          }),
        )
      },
    )
      .once('error', failed)
      .end()
  })
}

const shop = siteOf('brightwater')

/** Where the page's own files are: the addresses that its markup names. */
async function addressesOf(url: string): Promise<string[]> {
  const { body } = await get(url)
  const found = [...body.toString().matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, to]) => to ?? '')
  return [...new Set(found.map((to) => new URL(to.replaceAll('&amp;', '&'), url).href))]
}

test('style sheets, cloths, scripts and icons come compressed, and unchanged ones not at all', async () => {
  const addresses = (await addressesOf(`${shop}/`)).filter((address) =>
    /\.(css|svg|js)(\?|$)/.test(address),
  )
  const federation = (await addressesOf(`${siteOf()}/`)).filter((address) =>
    address.includes('/pattern.svg'),
  )
  const all = [...addresses, ...federation, `${shop}/live.js`, `${shop}/robots.txt`]
  const kinds = ['app-', '/theme.css', '/pattern.svg', '/favicon.svg']
  for (const kind of kinds) expect(all.join('\n')).toContain(kind)
  for (const address of all) {
    const whole = await get(address)
    const br = await get(address, { 'accept-encoding': 'gzip, deflate, br' })
    const gzip = await get(address, { 'accept-encoding': 'gzip' })
    expect([whole.status, br.status, gzip.status], address).toEqual([200, 200, 200])
    expect(whole.headers, address).not.toHaveProperty('content-encoding')
    expect(br.headers['content-encoding'], address).toBe('br')
    expect(gzip.headers['content-encoding'], address).toBe('gzip')
    for (const { headers } of [whole, br, gzip]) {
      expect(headers['vary'], address).toContain('accept-encoding')
      expect(headers['x-content-type-options'], address).toBe('nosniff')
    }
    expect(brotliDecompressSync(br.body).equals(whole.body), address).toBe(true)
    expect(gunzipSync(gzip.body).equals(whole.body), address).toBe(true)
    const unchanged = await get(address, { 'if-none-match': String(br.headers['etag']) })
    expect([unchanged.status, unchanged.body.byteLength], address).toEqual([304, 0])
  }
})

const TYPES = [
  ['/theme.css', 'text/css; charset=utf-8'],
  ['/pattern.svg', 'image/svg+xml'],
  ['/favicon.svg', 'image/svg+xml; charset=utf-8'],
  ['/live.js', 'text/javascript; charset=utf-8'],
  ['/robots.txt', 'text/plain; charset=utf-8'],
] as const

test('each says what it is', async () => {
  for (const [path, type] of TYPES)
    expect((await get(`${shop}${path}`)).headers['content-type'], path).toBe(type)
})

test('two co-ops’ colours never stand for one another', async () => {
  const accept = { 'accept-encoding': 'br' }
  const ours = await get(`${shop}/theme.css`, accept)
  const theirs = await get(`${siteOf('azahar')}/theme.css`, accept)
  expect(ours.headers['etag']).not.toBe(theirs.headers['etag'])
  const again = await get(`${shop}/theme.css`, accept)
  expect(again.body.equals(ours.body)).toBe(true)
})

test('fonts and photographs are compressed already', async ({ browser }) => {
  const page = await aReader(browser)
  const seen: string[] = []
  page.on('response', (answer) => {
    if (/\.woff2$|\/files\//.test(answer.url())) seen.push(answer.url())
  })
  await page.goto(`${shop}/`)
  await page.waitForLoadState('networkidle')
  expect(seen.some((url) => url.endsWith('.woff2'))).toBe(true)
  for (const url of new Set(seen)) {
    const { status, headers } = await get(url, { 'accept-encoding': 'br, gzip' })
    expect(status, url).toBe(200)
    expect(headers, url).not.toHaveProperty('content-encoding')
    expect(headers['content-type'], url).toMatch(/^(font\/woff2|image\/webp)$/)
  }
})

/** The fonts that a page makes a browser load, by family, subset and weight. */
const fontsOf = (urls: readonly string[]) =>
  [...new Set(urls)].map((url) => /ibm-plex-sans-(.+)-normal/.exec(url)?.[1] ?? url).toSorted()

const ARABIC = ['arabic-arabic-400', 'arabic-arabic-500', 'arabic-arabic-600']

for (const [language, path, expected] of [
  ['en', '/', ['latin-400', 'latin-500', 'latin-600']],
  ['en', '/charter', ['latin-400', 'latin-500', 'latin-600']],
  ['ar', '/', [...ARABIC, 'latin-400', 'latin-600']],
] as const)
  test(`a page in ${language} at ${path} loads the fonts of its script alone`, async ({
    browser,
  }) => {
    const page = await aReader(browser, { language })
    const urls: string[] = []
    page.on('request', (asked) => {
      if (asked.resourceType() === 'font') urls.push(asked.url())
    })
    const site = language === 'ar' ? siteOf('nour') : shop
    await page.goto(`${site}${path}`)
    await page.waitForLoadState('networkidle')
    expect(fontsOf(urls)).toEqual(expected)
  })
