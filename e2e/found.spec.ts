import { expect, test } from '@playwright/test'
import { aReader, isSound, PASSWORD, siteOf } from './people/visit.ts'

for (const reader of [
  { language: 'en' as const, phone: false },
  { language: 'ar' as const, phone: true },
]) {
  test(`a group founds its co-op, ratifies its charter, opens its doors and changes its split (${reader.language})`, async ({
    browser,
  }) => {
    const slug = `story-${reader.language}`
    const page = await aReader(browser, reader)
    await page.goto(`${siteOf()}/`)
    await isSound(page)
    await page.goto(`${siteOf()}/start`)
    await isSound(page)
    await page.locator('#name').fill('Story Gardens')
    await page.locator('#slug').fill('console')
    await page.locator('#person').fill('Maya')
    await page.locator('#email').fill(`maya-${reader.language}@example.org`)
    await page.locator('#password').fill(PASSWORD)
    await page.locator('main form button').click()
    await expect(page.locator('#slug-error')).toBeVisible()
    await expect(page.locator('#name')).toHaveValue('Story Gardens')
    await page.locator('#slug').fill(slug)
    await page.locator('#password').fill(PASSWORD)
    await page.locator('main form button').click()
    await page.waitForURL(new RegExp(`${slug}\\.localhost`))
    await isSound(page)
    await page.locator('main form button').click()
    await page.waitForURL(`${siteOf(slug)}/`)
    await isSound(page)

    await page.goto(`${siteOf(slug)}/office/decisions/new`)
    await page.locator('#title').fill('A little more for us')
    await page.locator('#workers').fill('96')
    await page.locator('main form button').click()
    await page.waitForURL(/decisions\/1$/)
    await page.locator('input[value="yes"]').check()
    await page.locator('button[value="vote"]').click()
    await expect(async () => {
      await page.goto(`${siteOf(slug)}/charter`)
      await expect(page.locator('a[href="/charter/2"]')).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 20_000 })
  })
}
