import { AxeBuilder } from '@axe-core/playwright'
import { settings } from '#app/config.ts'
import { expect, type Browser, type Page } from '@playwright/test'

const PORT = settings().E2E_PORT

export const PASSWORD = 'weave-together-2026'

/** Where a co-op's site, or the federation's, is. */
export function siteOf(slug?: string): string {
  return `http://${slug ? `${slug}.` : ''}localhost:${PORT}`
}

type Reader = {
  readonly language?: 'en' | 'ar'
  readonly phone?: boolean
  readonly script?: boolean
}

/** Whom most stories are told for: one at a desk, and one with a phone, from right to left. */
export const READERS = [
  { language: 'en', phone: false },
  { language: 'ar', phone: true },
] as const

/** A reader's own browser window: their language, their screen, with or without script. */
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

/** Lines of a refused form's summary that read like another of it: nobody knows then which field each is about. */
function readAlike(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.errs')].flatMap((summary) => {
      const lines = [...summary.querySelectorAll('a')].map(({ textContent }) => textContent)
      return lines.filter((line, index) => lines.indexOf(line) < index)
    }),
  )
}

/**
 * Nothing on this page stands in anybody's way. The checker needs script, which our readers' windows do not run: it is
 * shown the very same document, with its own styles, in a window that does.
 */
export async function isSound(page: Page): Promise<void> {
  const [url, body, viewport] = [page.url(), await page.content(), page.viewportSize()]
  const context = await page.context().browser()?.newContext({ viewport })
  if (!context) throw new Error('A page without its browser.')
  const twin = await context.newPage()
  await twin.route(
    (asked) => asked.href === url,
    (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
  )
  await twin.goto(url)
  const { violations } = await new AxeBuilder({ page: twin })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const overflow = await twin.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  const alike = await readAlike(twin)
  await context.close()
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 4)
        .map(({ target }) => target.join(' '))
        .join(', ')}`,
  )
  if (overflow > 2) found.push(`${overflow} px run off the side`)
  found.push(...alike.map((line) => `two lines above the form both read "${line}"`))
  expect(found, url).toEqual([])
}

export async function signIn(page: Page, email: string, slug?: string): Promise<void> {
  await page.goto(`${siteOf(slug)}/sign-in`)
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(PASSWORD)
  await page.locator('main form button').first().click()
  await page.waitForURL(/account/)
}
