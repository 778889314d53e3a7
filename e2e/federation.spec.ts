import { expect, test } from '@playwright/test'
import { aReader, isSound, siteOf, signIn } from './people/visit.ts'

for (const reader of [
  { language: 'en' as const, phone: false },
  { language: 'ar' as const, phone: true },
]) {
  test(`an admin suspends a co-op with a reason, its storefront says so, and it is restored (${reader.language})`, async ({
    browser,
  }) => {
    const page = await aReader(browser, reader)
    await signIn(page, 'admin@twiza.example')
    await page.goto(`${siteOf()}/console`)
    await isSound(page)
    const row = page.locator('li', { has: page.locator('a[href="/co-ops/azahar"]') })
    await row.locator('summary').click()
    await row.locator('#reason').fill('The insurance lapsed.')
    await row.locator('button[value="suspend"]').click()
    await expect(row.locator('button[value="restore"]')).toBeVisible()
    const street = await aReader(browser, reader)
    await expect(async () => {
      expect((await street.goto(`${siteOf('azahar')}/`))?.status()).toBe(503)
    }).toPass({ timeout: 10_000 })
    await expect(street.locator('main')).toContainText('The insurance lapsed.')
    await isSound(street)
    await row.locator('button[value="restore"]').click()
    await expect(async () => {
      expect((await street.goto(`${siteOf('azahar')}/`))?.status()).toBe(200)
    }).toPass({ timeout: 10_000 })
  })
}

test('the public pages of the federation are sound', async ({ browser }) => {
  const page = await aReader(browser)
  for (const path of ['/co-ops', '/terms', '/sign-in', '/sign-up', '/forgot', '/mailbox']) {
    expect((await page.goto(`${siteOf()}${path}`))?.status(), path).toBe(200)
    await isSound(page)
  }
})
