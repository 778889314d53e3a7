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
    await page.locator('a[href="/console/co-ops/azahar"]').click()
    await isSound(page)
    await page.locator('summary').click()
    await page.locator('#reason').fill('The insurance lapsed.')
    await page.locator('button[value="suspend"]').click()
    await expect(page.locator('button[value="restore"]')).toBeVisible()
    await isSound(page)
    const street = await aReader(browser, reader)
    await expect(async () => {
      expect((await street.goto(`${siteOf('azahar')}/`))?.status()).toBe(503)
    }).toPass({ timeout: 10_000 })
    await expect(street.locator('main')).toContainText('The insurance lapsed.')
    await expect(street.locator('main a')).toHaveAttribute('href', `${siteOf()}/co-ops`)
    await expect(street.locator('a[href="/listings"]')).toHaveCount(0)
    await isSound(street)
    await signIn(street, 'lola@azahar.example', 'azahar')
    for (const room of ['/office', '/office/listings', '/office/co-op']) {
      await street.goto(`${siteOf('azahar')}${room}`)
      await expect(street.locator('aside[aria-label]')).toContainText('The insurance lapsed.')
      await isSound(street)
    }
    await page.locator('button[value="restore"]').click()
    await expect(async () => {
      expect((await street.goto(`${siteOf('azahar')}/`))?.status()).toBe(200)
    }).toPass({ timeout: 10_000 })
  })
}

for (const reader of [
  { language: 'en' as const, phone: false },
  { language: 'ar' as const, phone: true },
]) {
  test(`an address where no co-op lives says so and leads to the directory (${reader.language})`, async ({
    browser,
  }) => {
    const page = await aReader(browser, reader)
    expect((await page.goto(`${siteOf('nosuch')}/listings`))?.status()).toBe(404)
    await page.locator('main a.btn').click()
    await expect(page).toHaveURL(`${siteOf()}/co-ops`)
  })

  test(`new terms are asked about again, with what they would change, before they are written down (${reader.language})`, async ({
    browser,
  }) => {
    const page = await aReader(browser, reader)
    await signIn(page, 'admin@twiza.example')
    await page.goto(`${siteOf()}/console/fee`)
    const versions = await page.locator('ol.rows > li').count()
    await page.locator('#fee').fill('1.25')
    await page.locator('#from').fill('2090-01-01')
    await page.locator('#reason').fill(`Servers ${reader.language}`)
    await page.locator('form button.btn').click()
    await expect(page.locator('button[name="sure"]')).toBeVisible()
    await expect(page.locator('ol.rows > li')).toHaveCount(versions)
    await isSound(page)
    // Other figures than those that were agreed to are asked about anew.
    await page.locator('#fee').fill('1.5')
    await page.locator('button[name="sure"]').click()
    await expect(page.locator('button[name="sure"]')).toBeVisible()
    await expect(page.locator('ol.rows > li')).toHaveCount(versions)
    await page.locator('button[name="sure"]').click()
    await page.waitForURL(/saved/)
    await expect(page.locator('ol.rows > li')).toHaveCount(versions + 1)
    await page.goto(`${siteOf()}/console/log?act=terms-changed`)
    await expect(page.locator('ol.rows > li').first()).toContainText(`Servers ${reader.language}`)
  })
}

test('the metrics are not for whoever comes through a proxy', async ({ request }) => {
  const metrics = `http://127.0.0.1:${new URL(siteOf()).port}/metrics`
  expect((await request.get(metrics)).status()).toBe(200)
  const passedOn = { headers: { 'x-forwarded-for': '203.0.113.9' } }
  expect((await request.get(metrics, passedOn)).status()).toBe(403)
})

test('the public pages of the federation are there for anybody', async ({ browser }) => {
  const page = await aReader(browser)
  for (const path of ['/co-ops', '/terms', '/sign-in', '/sign-up', '/forgot', '/mailbox']) {
    expect((await page.goto(`${siteOf()}${path}`))?.status(), path).toBe(200)
  }
  await page.goto(`${siteOf()}/co-ops?q=jardineria+SEVILLA`)
  await expect(page.locator('a[href="/co-ops/azahar"]')).toBeVisible()
  await expect(page.locator('a[href="/co-ops/nour"]')).toHaveCount(0)
})

for (const reader of [
  { language: 'en' as const, phone: false },
  { language: 'ar' as const, phone: true },
]) {
  test(`an admin looks after co-ops, people, terms and doors (${reader.language})`, async ({
    browser,
  }) => {
    const console = `${siteOf()}/console`
    const page = await aReader(browser, reader)
    await signIn(page, 'admin@twiza.example')
    await page.goto(`${console}?sort=sales&dir=down&state=open`)
    await expect(page.locator('tbody tr')).not.toHaveCount(0)
    await isSound(page)
    await page.locator('main summary').click()
    await page.locator('#name').fill(`By sales ${reader.language}`)
    await page.locator('button[value="keep"]').click()
    await expect(page.locator('main nav')).toContainText(`By sales ${reader.language}`)

    await page.goto(`${console}/new`)
    await page.locator('#name').fill('Ropewalk Repairs')
    await page.locator('#slug').fill('brightwater')
    await page.locator('#founder').fill('Ola')
    await page.locator('#email').fill(`ola-${reader.language}@example.org`)
    await page.locator('main form button').last().click()
    await expect(page.locator('#slug-error')).toBeVisible()
    await expect(page.locator('#founder')).toHaveValue('Ola')
    await page.locator('#slug').fill(`ropewalk-${reader.language}`)
    await page.locator('main form button').last().click()
    await page.waitForURL(/provisioned/)
    await isSound(page)

    await page.goto(`${console}/import`)
    await page
      .locator('#rows')
      .fill(
        `name,country,founder,email\nMill Menders,GB,Bo,bo@example.org\nNo Country,XX,Bo,nobody`,
      )
    await page.locator('button[value="check"]').click()
    await expect(page.locator('main li .mono')).toHaveCount(2)
    await isSound(page)
    await page
      .locator('#rows')
      .fill(
        `name,slug,country,founder,email\nMill Menders,mill-${reader.language},GB,Bo,bo@example.org`,
      )
    await page.locator('button[value="check"]').click()
    await page.locator('button[value="found"]').click()
    await page.waitForURL(/imports/)
    await expect(async () => {
      await page.reload()
      await expect(page.locator(`a[href="/console/co-ops/mill-${reader.language}"]`)).toBeVisible({
        timeout: 500,
      })
    }).toPass({ timeout: 20_000 })
    await isSound(page)

    await page.goto(`${console}/people?q=rosa`)
    await page.locator('#email').fill('nobody@example.org')
    await page.locator('button[value="admin-in"]').click()
    await expect(page.locator('#email-error')).toBeVisible()

    await page.goto(`${console}/fee`)
    await page.locator('#fee').fill('6')
    await page.locator('#reason').fill('Servers')
    await page.locator('main form button').last().click()
    await expect(page.locator('#fee-error')).toBeVisible()
    await expect(page.locator('main')).toContainText('Brightwater')
    await isSound(page)
    await page.goto(`${console}/log?co-op=ropewalk-${reader.language}`)
    await expect(page.locator('ol.rows > li')).toContainText('Ropewalk Repairs')
    await isSound(page)
  })

  test(`a support door is asked for, opened, looked through and shut (${reader.language})`, async ({
    browser,
  }) => {
    const admin = await aReader(browser, reader)
    await signIn(admin, 'admin@twiza.example')
    await admin.goto(`${siteOf()}/console/doors?co-op=brightwater`)
    await admin.locator('#reason').fill('A repeat booking shows the wrong team')
    await admin.locator('button[value="ask"]').click()
    await admin.waitForURL(/asked/)

    const steward = await aReader(browser, reader)
    await signIn(steward, 'amina@brightwater.example', 'brightwater')
    await steward.goto(`${siteOf('brightwater')}/office/doors`)
    await steward.locator('button[value="open"]').click()
    await expect(steward.locator('button[value="shut"]')).toBeVisible()
    await isSound(steward)

    await admin.goto(`${siteOf()}/console/doors`)
    await admin.locator('main .rows a').first().click()
    await expect(admin.locator('tbody tr')).not.toHaveCount(0)
    await isSound(admin)
    const door = admin.url()
    await steward.goto(`${siteOf('brightwater')}/office/doors`)
    await expect(steward.locator('.duo section').last().locator('li')).not.toHaveCount(0)
    await steward.locator('button[value="shut"]').click()
    await admin.goto(door)
    await expect(admin.locator('tbody')).toHaveCount(0)
    await isSound(admin)
  })
}
