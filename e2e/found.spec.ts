import { expect, test } from '@playwright/test'
import { ONE_PIXEL, PICTURE } from './people/picture.ts'
import { confirmAddress } from './people/letters.ts'
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
    await page.goto(`${siteOf()}/start`)
    await page.locator('main form button').click()

    await page.waitForURL(/start\/name/)
    await isSound(page)
    await page.locator('#name').fill('Story Gardens')
    await page.locator('#slug').fill('brightwater')
    await page.locator('button[formmethod="get"]').click()
    await page.waitForURL(/slug=brightwater/)
    await expect(page.locator('.note.bad')).toBeVisible()
    await expect(page.locator('#name')).toHaveValue('Story Gardens')
    await isSound(page)
    await page.locator('#slug').fill('console')
    await page.locator('#slug').press('Enter')
    await expect(page.locator('#slug-error')).toBeVisible()
    await page.locator('#slug').fill(slug)
    await page.locator('.btn.big').click()

    await page.waitForURL(/start\/look/)
    await isSound(page)
    await page.locator('input[value="sea-coral"]').check()
    await page.locator('button[value="weave"]').click()
    await expect(page.locator('input[value="sea-coral"]')).toBeChecked()
    await isSound(page)
    await page
      .locator('#logo')
      .setInputFiles({ name: 'dot.png', mimeType: 'image/png', buffer: ONE_PIXEL })
    await page.locator('.btn.big').click()
    await expect(page.locator('#logo-error')).toBeVisible()
    await expect(page.locator('input[value="sea-coral"]')).toBeChecked()
    await isSound(page)
    await page
      .locator('#logo')
      .setInputFiles({ name: 'l.png', mimeType: 'image/png', buffer: PICTURE })
    await page.locator('button[value="logo"]').click()
    await expect(page.locator('main .row-acts img')).toBeVisible()
    await page.locator('button[value="weave"]').click()
    await expect(page.locator('main .row-acts img')).toBeVisible()
    await isSound(page)
    await page.locator('.btn.big').click()

    await page.waitForURL(/start\/people/)
    await page.locator('#person').fill('Maya')
    await page.locator('#email').fill(`maya-${reader.language}@example.org`)
    await page.locator('#password').fill(PASSWORD)
    await page.locator('#founders').fill('not-an-address')
    await page.locator('.btn.big').click()
    await expect(page.locator('#founders-error')).toContainText('not-an-address')
    await isSound(page)
    await page.locator('#founders').fill('')
    await page.locator('#password').fill(PASSWORD)
    await page.locator('.btn.big').click()
    await page.waitForURL(/\/verify\?/)
    await isSound(page)
    await confirmAddress(page, `maya-${reader.language}@example.org`)
    await page.waitForURL(/start\/people/)
    await expect(page.locator('#email')).toHaveCount(0)
    await page.locator('.btn.big').click()

    await page.waitForURL(/start\/charter/)
    await isSound(page)
    await page.locator('#workers').fill('60')
    await page.locator('.btn.big').click()
    await expect(page.locator('#workers-error')).toBeVisible()
    await page.locator('#workers').fill('95')
    await page.locator('.btn.big').click()

    await expect(async () => {
      await page.goto(`${siteOf()}/start/building`)
      await expect(page.locator('button[value="storefront"]')).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 20_000 })
    await isSound(page)
    await page.locator('button[value="storefront"]').click()
    await page.waitForURL(`${siteOf(slug)}/`)
    await expect(page.locator('header img[src^="/files/"]')).toBeVisible()
    await isSound(page)
    await page.goto(`${siteOf(slug)}/office`)
    await expect(page.locator('#first-steps')).toBeVisible()

    await page.goto(`${siteOf(slug)}/office/charter`)
    await page.locator('#split').check()
    await page.locator('.btn.big').click()
    await expect(page.locator('#floor-error')).toBeVisible()
    await isSound(page)
    for (const box of await page.locator('main input[type="checkbox"]').all()) await box.check()
    await page.locator('.btn.big').click()
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

test('whether an address is free is said while it is typed', async ({ browser }) => {
  const page = await aReader(browser, { script: true })
  await page.goto(`${siteOf()}/start`)
  await page.locator('main form .btn.big').click()
  await page.waitForURL(/start\/name/)
  const answer = page.locator('[data-live-answer]')
  await page.locator('#name').pressSequentially('Brightwater Cleaners')
  await expect(answer).toContainText('brightwater-cleaners')
  await expect(answer.locator('.note.ok')).toBeVisible()
  await page.locator('#slug').pressSequentially('brightwater')
  await expect(answer.locator('.note.bad')).toContainText('brightwater-coop')
  await page.locator('#slug').fill('console')
  await expect(answer.locator('.note.bad')).toContainText('console')
  // What was typed is still there, and nothing was sent.
  await expect(page.locator('#name')).toHaveValue('Brightwater Cleaners')
  expect(page.url()).not.toContain('?')
})

test('another browser finds no draft, and is led to the beginning', async ({ browser }) => {
  const page = await aReader(browser)
  await page.goto(`${siteOf()}/start/charter`)
  await page.waitForURL(/\/start$/)
})
