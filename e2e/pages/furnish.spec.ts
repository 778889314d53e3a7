import { expect, type Page } from '@playwright/test'
import { confirmAddress, letterTo } from '../people/letters.ts'
import { aReader, PASSWORD, signIn, siteOf } from '../people/visit.ts'
import { test } from '../worlds/world.ts'
import { writeFurniture } from './furniture.ts'

/** A founding up to its charter. */
async function aDraft(page: Page, name: string): Promise<void> {
  await page.goto(`${siteOf()}/start`)
  await page.locator('main form button').click()
  await page.locator('#name').fill(name)
  await page.locator('.btn.big').click()
  await page.waitForURL(/start\/look/)
  await page.locator('.btn.big').click()
  await page.waitForURL(/start\/people/)
  await page.locator('#person').fill('Maya')
  const email = `maya@${name.toLowerCase()}.example`
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(PASSWORD)
  await page.locator('.btn.big').click()
  await confirmAddress(page, email)
  await page.waitForURL(/start\/people/)
  await page.locator('.btn.big').click()
  await page.waitForURL(/start\/charter/)
}

const cookiesOf = async (page: Page) =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')

test('there is something to see on every page', async ({ browser }) => {
  const admin = await aReader(browser)
  await signIn(admin, 'admin@twiza.example')
  await admin.goto(`${siteOf()}/console/doors?co-op=brightwater`)
  await admin.locator('#reason').fill('A repeat booking shows the wrong team')
  await admin.locator('button[value="ask"]').click()
  await admin.waitForURL(/asked/)
  const steward = await aReader(browser)
  await signIn(steward, 'amina@brightwater.example', 'brightwater')
  await steward.goto(`${siteOf('brightwater')}/office/doors`)
  await steward.locator('button[value="open"]').click()
  await admin.goto(`${siteOf()}/console/doors`)
  const door = await admin.locator('main .rows a').first().getAttribute('href')

  await admin.goto(`${siteOf()}/console/import`)
  await admin
    .locator('#rows')
    .fill('name,slug,country,founder,email\nMill Menders,mill,GB,Bo,bo@example.org')
  await admin.locator('button[value="check"]').click()
  await admin.locator('button[value="found"]').click()
  await admin.waitForURL(/imports/)
  const progress = admin.url()
  await expect(async () => {
    await admin.reload()
    await expect(admin.locator('a[href="/console/co-ops/mill"]')).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })

  await steward.goto(`${siteOf('brightwater')}/office/members`)
  await steward.locator('#email').fill('hal@example.org')
  await steward.locator('button[value="invite"]').click()
  await steward.waitForURL(/invited/)
  const invitation = await letterTo(steward, 'hal@example.org', '/join')

  const helen = await aReader(browser)
  await helen.goto(`${siteOf('brightwater')}/forgot`)
  await helen.locator('#email').fill('helen@example.com')
  await helen.locator('main form button').first().click()
  const reset = await letterTo(helen, 'helen@example.com', '/reset')

  const maya = await aReader(browser)
  await aDraft(maya, 'Halfway')
  const ready = await aReader(browser)
  await aDraft(ready, 'Wholly')
  await ready.locator('.btn.big').click()
  await expect(async () => {
    await ready.goto(`${siteOf()}/start/building`)
    await expect(ready.locator('button[value="storefront"]')).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })

  writeFurniture({
    door: door ?? '',
    import: new URL(progress).pathname,
    invitation,
    reset,
    draft: await cookiesOf(maya),
    built: await cookiesOf(ready),
  })
})
