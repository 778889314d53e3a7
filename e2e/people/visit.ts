import { expect, type Browser, type Page } from '@playwright/test'
import { currentWorld, portOf } from '../worlds/world.ts'
import { faultsOf, overflowOf } from './faults.ts'

export const PASSWORD = 'weave-together-2026'

/** Returns the address of a co-op's site, or of the federation's. */
export function siteOf(slug?: string): string {
  return `http://${slug ? `${slug}.` : ''}localhost:${portOf(currentWorld())}`
}

type Reader = {
  readonly language?: 'en' | 'ar'
  readonly phone?: boolean
  readonly script?: boolean
}

/** The two readers of most stories: one on a desktop, and one on a phone in a right-to-left language. */
export const READERS = [
  { language: 'en', phone: false },
  { language: 'ar', phone: true },
] as const

/** Opens a browser window for a reader, with their language and screen, with or without script. */
export async function aReader(
  browser: Browser,
  { language = 'en', phone = false, script = false }: Reader = {},
): Promise<Page> {
  const context = await browser.newContext({
    locale: language === 'ar' ? 'ar-EG' : 'en-GB',
    viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    javaScriptEnabled: script,
  })
  return context.newPage()
}

/**
 * Returns the lines of a refused form's summary that repeat another line, because they do not say which field they
 * mean.
 */
function repeatedLines(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('#errors')].flatMap((summary) => {
      const lines = [...summary.querySelectorAll('a')].map(({ textContent }) => textContent)
      return lines.filter((line, index) => lines.indexOf(line) < index)
    }),
  )
}

/** What pages were made of that this worker has checked. */
const checked = new Set<string>()

/**
 * Whether a page of this address was checked that was made of the same kinds of elements, with the same classes and
 * states: then only its texts are others, and the checker would find the same.
 */
async function wasChecked(page: Page): Promise<boolean> {
  const kinds = await page.evaluate(() =>
    [...document.querySelectorAll('*')].map(({ tagName, attributes }) =>
      [
        tagName,
        ...[...attributes].map(({ name, value }) =>
          /^(class|type|role|aria-(invalid|current|hidden))$/.test(name)
            ? `${name}=${value}`
            : name,
        ),
      ].join(' '),
    ),
  )
  const address = new URL(page.url()).pathname.replaceAll(/[\w-]*\d[\w-]*/g, '#')
  const made = [address, ...new Set(kinds.toSorted())].join('\n')
  if (checked.has(made)) return true
  checked.add(made)
  return false
}

/**
 * Checks a page with axe, its width and its error summary. Axe needs script, which our readers' windows do not run, so
 * it checks the same document, with its own styles, in a window that does. What was checked already is not checked again.
 */
export async function isSound(page: Page): Promise<void> {
  const [url, body, viewport] = [page.url(), await page.content(), page.viewportSize()]
  const context = await page.context().browser()?.newContext({ viewport })
  if (!context) throw new Error('A page without its browser.')
  const scripted = await context.newPage()
  await scripted.route(
    (asked) => asked.href === url,
    (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
  )
  await scripted.goto(url)
  const found = (await wasChecked(scripted)) ? await overflowOf(scripted) : await faultsOf(scripted)
  const repeated = await repeatedLines(scripted)
  await context.close()
  found.push(...repeated.map((line) => `two lines above the form both read "${line}"`))
  expect(found, url).toEqual([])
}

export async function signIn(page: Page, email: string, slug?: string): Promise<void> {
  await page.goto(`${siteOf(slug)}/sign-in`)
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(PASSWORD)
  await page.locator('main form button').first().click()
  await page.waitForURL(/account/)
}
