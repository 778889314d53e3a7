import { expect, test } from '@playwright/test'
import { PICTURE } from './people/picture.ts'
import { aReader, isSound, siteOf, signIn } from './people/visit.ts'

for (const reader of [
  { language: 'en' as const, phone: false },
  { language: 'ar' as const, phone: true },
]) {
  test(`a member writes a listing, tries its price, hangs a picture and publishes it (${reader.language})`, async ({
    browser,
  }) => {
    const title = `Windows, in and out ${reader.language}`
    const page = await aReader(browser, reader)
    await signIn(page, 'amina@brightwater.example', 'brightwater')
    await page.goto(`${siteOf('brightwater')}/office/listings/new`)
    await page.locator('#title').fill(title)
    await page.locator('#summary').fill('All your glass, without a streak.')
    await page.locator('#basePrice').fill('1.00')
    await page.locator('#baseMinutes').fill('240')
    await page.locator('button[value="more-counters"]').click()
    await page.locator('#counters-0-label').fill('Windows')
    for (const [cell, typed] of Object.entries({
      price: '4.50',
      minutes: '10',
      usual: '41',
      max: '40',
    }))
      await page.locator(`#counters-0-${cell}`).fill(typed)
    await page.locator('#baseMinutes').fill('0')
    await page.locator('button[value="save"]').last().click()
    await expect(page.locator('#counters-0-usual-error')).toBeVisible()
    await expect(page.locator('#baseMinutes-error')).toBeVisible()
    await expect(page.locator('#counters-0-label')).toHaveValue('Windows')
    await page.locator('#counters-0-usual').fill('0')
    await page.locator('#baseMinutes').fill('240')
    await page.locator('button[value="save"]').last().click()
    await expect(page.locator('#basePrice-error')).toBeVisible()
    await isSound(page)
    await page.locator('#basePrice').fill('88.00')
    await page.locator('button[value="try"]').click()
    await expect(page.locator('[aria-live="polite"] ul')).toBeVisible()
    await page.locator('button[value="save"]').last().click()
    await page.waitForURL(/saved/)
    await isSound(page)

    await page.locator('a[href$="/photos"]').click()
    await page.locator('#alt').fill(' ')
    await page
      .locator('#picture')
      .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') })
    await page.locator('button[value="add"]').click()
    await expect(page.locator('#picture-error')).toBeVisible()
    await expect(page.locator('#alt-error')).toBeVisible()
    await isSound(page)
    await page.locator('#alt').fill('A clean window')
    await page
      .locator('#picture')
      .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') })
    await page.locator('button[value="add"]').click()
    await expect(page.locator('#picture-error')).toBeVisible()
    await expect(page.locator('#alt')).toHaveValue('A clean window')
    await page
      .locator('#picture')
      .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: PICTURE })
    await page.locator('button[value="add"]').click()
    await expect(page.locator('main li > img')).toHaveCount(1)
    await isSound(page)

    await page.goto(`${siteOf('brightwater')}/office/listings`)
    await page.locator('li', { hasText: title }).locator('button[value="publish"]').click()
    await expect(async () => {
      const street = await aReader(browser, reader)
      await street.goto(`${siteOf('brightwater')}/listings?q=glass`)
      await expect(street.locator('main li > img')).not.toHaveCount(0, { timeout: 500 })
      await isSound(street)
    }).toPass({ timeout: 20_000 })
  })
}
