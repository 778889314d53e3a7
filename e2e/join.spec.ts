import { expect, type Page, test } from '@playwright/test'
import { confirmAddress } from './people/letters.ts'
import { aReader, isSound, PASSWORD, READERS, signIn, siteOf } from './people/visit.ts'

const STEWARD = 'tess@tidewater.example'

/** The way in that the latest letter to an address offers. */
async function invitationOf(page: Page, email: string): Promise<string> {
  let found = ''
  await expect(async () => {
    await page.goto(`${siteOf()}/mailbox?to=${encodeURIComponent(email)}`)
    const href = await page.locator('main a[href*="/join?code="]').first().getAttribute('href')
    found = href ?? ''
    expect(found).not.toBe('')
  }).toPass({ timeout: 20_000 })
  return found
}

for (const reader of READERS) {
  test(`an invitation is for whom it was sent to, and says so to anybody else (${reader.language})`, async ({
    browser,
  }) => {
    const home = siteOf('tidewater')
    const email = `hal-${reader.language}@example.org`
    const steward = await aReader(browser, reader)
    await signIn(steward, STEWARD, 'tidewater')
    await steward.goto(`${home}/office/members`)
    await steward.locator('#email').fill(STEWARD)
    await steward.locator('button[value="invite"]').click()
    await expect(steward.locator('#email-error')).toBeVisible()
    await steward.locator('#email').fill(email)
    await steward.locator('button[value="invite"]').click()
    await steward.waitForURL(/invited/)
    await steward.locator('#email').fill(email)
    await steward.locator('button[value="invite"]').click()
    await expect(steward.locator('#email-error')).toBeVisible()
    const link = await invitationOf(steward, email)

    await steward.goto(link)
    await expect(steward.locator('main a[href="/office"]')).toBeVisible()
    await isSound(steward)

    const rosa = await aReader(browser, reader)
    await signIn(rosa, 'rosa@brightwater.example', 'tidewater')
    await rosa.goto(`${home}/join?code=garbage`)
    await expect(rosa.locator('main button')).toHaveCount(0)
    await isSound(rosa)
    await rosa.goto(link)
    await expect(rosa.locator('.note.bad')).toContainText('h…@example.org')
    await expect(rosa.locator('.note.bad')).toContainText('rosa@brightwater.example')
    await isSound(rosa)
    await rosa.locator('main form button').click()
    await rosa.waitForURL(/\/join\?code=/)
    await expect(rosa.locator('main')).toContainText(email)

    const hal = await aReader(browser, reader)
    await hal.goto(link)
    await hal.locator('main a[href^="/sign-in"]').click()
    await expect(hal.locator('#email')).toHaveValue(email)
    await hal.locator('main a[href^="/sign-up"]').click()
    await expect(hal.locator('#email')).toHaveValue(email)
    await hal.locator('#name').fill('Hal')
    await hal.locator('#password').fill(PASSWORD)
    await hal.locator('main form button').click()
    await confirmAddress(hal, email)
    await hal.waitForURL(/\/join\?code=/)
    await isSound(hal)
    await hal.locator('main form button').click()
    await hal.waitForURL(`${home}/office`)
    await hal.goto(`${home}/office/charter`)
    for (const box of await hal.locator('main input[type="checkbox"]').all()) await box.check()
    await hal.locator('.btn.big').click()
    await hal.waitForURL(`${home}/office`)
    await expect(hal.locator('main .note.ok')).toContainText('Tess Okafor')
    await isSound(hal)
    await hal.goto(`${home}/office/charter`)
    await expect(hal.locator('main h1 + p')).toContainText('Tess Okafor')
    await expect(hal.locator('main form')).toHaveCount(0)
    await isSound(hal)
    await hal.goto(link)
    await expect(hal.locator('main a[href="/office"]')).toBeVisible()
  })
}

test('in an open co-op a member reads the charter that binds, and is asked for nothing', async ({
  browser,
}) => {
  const page = await aReader(browser)
  await signIn(page, 'rosa@brightwater.example', 'brightwater')
  await page.goto(`${siteOf('brightwater')}/office/charter`)
  await expect(page.locator('main form')).toHaveCount(0)
  await expect(page.locator('main a[href="/charter"]')).toBeVisible()
  await expect(page.locator('main a[href="/office/decisions/new"]')).toBeVisible()
  await isSound(page)
})

test('the language that was chosen goes along to a co-op', async ({ browser }) => {
  const page = await aReader(browser)
  await page.goto(`${siteOf()}/co-ops/brightwater`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.goto(`${siteOf()}/?lang=ar`)
  await page.goto(`${siteOf()}/co-ops/brightwater`)
  await page.waitForURL(`${siteOf('brightwater')}/`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
})

test('who is signed in on the federation’s pages reads their name there, and signs out', async ({
  browser,
}) => {
  const page = await aReader(browser)
  await page.goto(`${siteOf()}/terms`)
  await expect(page.locator('header a[href="/sign-in"]')).toBeVisible()
  await signIn(page, 'admin@twiza.example')
  await page.goto(`${siteOf()}/terms`)
  await expect(page.locator('a[href="/sign-in"]')).toHaveCount(0)
  await expect(page.locator('header a[href="/account"]')).toHaveText('Nadia Amrani')
  await page.locator('header form button').click()
  await page.waitForURL(`${siteOf()}/`)
  await expect(page.locator('header a[href="/sign-in"]')).toBeVisible()
})

test('a founder who has an account is led to it, and comes back to the founding', async ({
  browser,
}) => {
  const page = await aReader(browser)
  await page.goto(`${siteOf()}/start`)
  await page.locator('main form button').click()
  await page.locator('#name').fill('Known Hands')
  await page.locator('.btn.big').click()
  await page.locator('.btn.big').click()
  await page.waitForURL(/start\/people/)
  await page.locator('#person').fill('Rosa')
  await page.locator('#email').fill('rosa@brightwater.example')
  await page.locator('#password').fill('not this one at all')
  await page.locator('#founders').fill('ines@example.org')
  await page.locator('.btn.big').click()
  await isSound(page)
  await expect(page.locator('main')).not.toContainText('rosa@brightwater.example')
  let link = ''
  await expect(async () => {
    await page.goto(`${siteOf()}/mailbox?to=rosa@brightwater.example`)
    const known = page.locator('main a[href*="/sign-in?return="]').first()
    link = (await known.getAttribute('href', { timeout: 500 })) ?? ''
  }).toPass({ timeout: 20_000 })
  await page.goto(link)
  await expect(page.locator('#email')).toHaveValue('rosa@brightwater.example')
  await page.locator('#password').fill(PASSWORD)
  await page.locator('main form button').click()
  await page.waitForURL(/start\/people/)
  await expect(page.locator('#founders')).toHaveValue('ines@example.org')
  await expect(page.locator('#email')).toHaveCount(0)
})
