import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Browser, type Page } from '@playwright/test'

const PORT = 4300

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

/** Nothing on this page stands in anybody's way; and nothing runs off its side. */
export async function isSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
  expect(found, page.url()).toEqual([])
}

export async function signIn(page: Page, email: string, slug?: string): Promise<void> {
  await page.goto(`${siteOf(slug)}/sign-in`)
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(PASSWORD)
  await page.locator('main form button').first().click()
  await page.waitForURL(/account/)
}
