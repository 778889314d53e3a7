import { expect, test } from '@playwright/test'
import { ONE_PIXEL, PICTURE } from './people/picture.ts'
import { aReader, isSound, siteOf, signIn } from './people/visit.ts'

for (const reader of [
  { language: 'en' as const, phone: false },
  { language: 'ar' as const, phone: true },
]) {
  test(`a young co-op says who it is, tries a look on and wears it (${reader.language})`, async ({
    browser,
  }) => {
    const home = siteOf('tidewater')
    const page = await aReader(browser, reader)
    await signIn(page, 'tess@tidewater.example', 'tidewater')
    await page.goto(`${home}/office`)
    await expect(page.locator('#first-steps')).toBeVisible()
    await isSound(page)
    await page.goto(`${home}/office/co-op`)

    await page.goto(`${home}/office/brand`)
    await page.locator('#colour').fill('#ffd84a')
    await page.locator('button[formmethod="get"]').click()
    await page.waitForURL(/colour=%23ffd84a/)
    await isSound(page)
    await page.locator('button[value="wear"]').click()
    await page.waitForURL(/saved/)
    await page
      .locator('#logo')
      .setInputFiles({ name: 'dot.png', mimeType: 'image/png', buffer: ONE_PIXEL })
    await page.locator('button[value="logo"]').click()
    await expect(page.locator('#logo-error')).toBeVisible()
    await isSound(page)
    await page
      .locator('#logo')
      .setInputFiles({ name: 'l.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') })
    await page.locator('button[value="logo"]').click()
    await expect(page.locator('#logo-error')).toBeVisible()
    await page
      .locator('#logo')
      .setInputFiles({ name: 'l.png', mimeType: 'image/png', buffer: PICTURE })
    await page.locator('button[value="logo"]').click()
    await expect(page.locator('header img[src^="/files/"]')).toBeVisible()
    await page.locator('button[value="no-logo"]').click()
    await expect(page.locator('header img[src^="/files/"]')).toHaveCount(0)

    await page.goto(`${home}/office/storefront`)
    await page.locator('#sinceYear').fill('last year')
    await page.locator('main form button').click()
    await expect(page.locator('#sinceYear-error')).toBeVisible()
    await page.locator('#sinceYear').fill('2026')
    await page.locator('#contactPhone').fill('+44 29 2018 0000')
    await page.locator('#headline').fill(`Care that comes with the tide ${reader.language}`)
    await page.locator('main form button').click()
    await page.waitForURL(/saved/)
    const street = await aReader(browser, reader)
    await expect(async () => {
      await street.goto(`${home}/`)
      await expect(street.locator('h1')).toContainText(`tide ${reader.language}`, { timeout: 500 })
    }).toPass({ timeout: 10_000 })
    await expect(street.locator('main a[href^="tel:"]')).toContainText('+44 29')
    await isSound(street)

    await page.goto(`${home}/office/profile`)
    await page
      .locator('#photo')
      .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: PICTURE })
    await page.locator('#about').fill('Patient with cats')
    await page.locator('main form button').first().click()
    await expect(page.locator('main aside img')).toBeVisible()
    await isSound(page)
    await page.locator('button[value="no-photo"]').click()
    await expect(page.locator('main aside svg')).toBeVisible()
  })
}
