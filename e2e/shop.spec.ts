import { expect, type Page, test } from '@playwright/test'
import { aReader, isSound, PASSWORD, READERS, siteOf } from './people/visit.ts'

/** The whole way of a customer, by what is pressed and never by words, so that it is the same story in any language. */
async function book(page: Page, slug: string, listing: string): Promise<void> {
  await page.goto(`${siteOf(slug)}/`)
  await page.goto(`${siteOf(slug)}/listings`)
  await page.goto(`${siteOf(slug)}/listings/${listing}`)
  await page.goto(`${siteOf(slug)}/listings/${listing}/quote`)
  await page.locator('button[formaction$="/book"]').click()
  await expect(page).toHaveURL(/missing=slot/)
  await page.locator('button[name="from"]').last().click()
  await page.locator('label.slot').first().click()
  await page.locator('button[formaction$="/book"]').click()
  await isSound(page)
  await page.locator('#name').fill('Noor <b>Haddad</b> \u202e 🌿')
  await page.locator('#email').fill('noor@example.org')
  await page.locator('#line1').fill('14 Dean Lane')
  await page.locator('#postcode').fill('BS3 1DD')
  await page.locator('button[value="check"]').click()
  await isSound(page)
  await expect(page.locator('dd', { hasText: 'Haddad' })).toBeVisible()
  await page.locator('button[value="pay"]').click()
  await page.waitForURL(/\/pay\/cs_test_/)
}

async function pay(page: Page): Promise<void> {
  await page.locator('#number').fill('4000 0000 0000 0002')
  await page.locator('#expiry').fill('12/34')
  await page.locator('#cvc').fill('123')
  await page.locator('main form button').click()
  await expect(page.locator('.err')).toBeVisible()
  await page.locator('#number').fill('4000 0025 0000 3155')
  await page.locator('main form button').click()
  await page.locator('button[value="no"]').click()
  await expect(page.locator('.err')).toBeVisible()
  await page.locator('#number').fill('4242 4242 4242 4242')
  await page.locator('#expiry').fill('12/34')
  await page.locator('#cvc').fill('123')
  await page.locator('main form button').click()
  await page.waitForURL(/\/orders\//)
}

for (const reader of READERS) {
  test(`a customer reads, prices, books, pays, keeps a receipt and cancels (${reader.language}), without script`, async ({
    browser,
  }) => {
    const page = await aReader(browser, reader)
    await book(page, 'brightwater', 'regular-clean')
    await pay(page)
    await isSound(page)
    const order = page.url()
    await page.goto(`${order}/receipt`)
    await expect(page.locator('main table')).toHaveCount(2)
    const printed = await page.request.get(
      `${order.replace('brightwater.localhost', '127.0.0.1')}/receipt.pdf`,
      {
        headers: { host: new URL(siteOf('brightwater')).host, 'accept-language': reader.language },
      },
    )
    expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await page.goto(`${order}/change`)
    await page.goto(order)
    await page.locator('details summary').click()
    await page.locator('button[value="cancel"]').click()
    await expect(page.locator('button[value="cancel"]')).toHaveCount(0)
  })
}

test('a form that is not filled in says so beside its fields and keeps what was typed', async ({
  browser,
}) => {
  const page = await aReader(browser)
  await page.goto(`${siteOf('brightwater')}/listings/regular-clean/quote`)
  await page.locator('button[name="from"]').last().click()
  await page.locator('label.slot').first().click()
  await page.locator('button[formaction$="/book"]').click()
  await page.locator('#name').fill('Helen')
  // The browser's own check would stop this form; what is asked here is what the site says when it does not.
  await page.locator('form#details').evaluate((form) => form.setAttribute('novalidate', ''))
  await page.locator('#email').fill('not an address')
  await page.locator('button[value="check"]').click()
  await expect(page.locator('#email-error')).toBeVisible()
  await expect(page.locator('#line1-error')).toBeVisible()
  await expect(page.locator('#name')).toHaveValue('Helen')
  await expect(page.locator('#email')).toHaveValue('not an address')
  await isSound(page)
})

const QUOTE = `${siteOf('brightwater')}/listings/regular-clean/quote`
const bedrooms = (page: Page) => page.locator('[name="n.bedrooms"]')

test('Enter asks for the price of what is typed, and a language is chosen without losing it', async ({
  browser,
}) => {
  const page = await aReader(browser)
  await page.goto(QUOTE)
  await bedrooms(page).fill('3')
  await page.locator('#tip').fill('2.50')
  await bedrooms(page).press('Enter')
  await expect(page).toHaveURL(/n\.bedrooms=3/)
  await expect(page).not.toHaveURL(/less=|more=/)
  await page.locator('a[hreflang="fr"]').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(bedrooms(page)).toHaveValue('3')
  await expect(page.locator('#tip')).toHaveValue('2.50')
})

test('a number or a tip that cannot be is refused beside its field and stays as it was typed', async ({
  browser,
}) => {
  const page = await aReader(browser)
  for (const rooms of ['99', 'three', '-1'])
    for (const tip of ['-5', 'abc', '9999999999']) {
      const query = new URLSearchParams({ 'n.bedrooms': rooms, tip })
      expect((await page.goto(`${QUOTE}?${query}`))?.status()).toBe(422)
      await expect(page.locator('[id="n.bedrooms-error"]')).toBeVisible()
      await expect(page.locator('#tip-error')).toBeVisible()
      await expect(bedrooms(page)).toHaveValue(rooms)
      await expect(page.locator('#tip')).toHaveValue(tip)
      await expect(page.locator('button[formaction$="/book"]')).toHaveCount(0)
    }
  await isSound(page)
})

test('a price says what a room costs as thoroughly as it is chosen', async ({ browser }) => {
  const page = await aReader(browser)
  await page.goto(`${QUOTE}?tier=regular`)
  const each = page.locator('main fieldset .num').first()
  const regular = await each.textContent()
  await page.goto(`${QUOTE}?tier=thorough`)
  await expect(each).not.toHaveText(regular ?? '')
})

test('a time that nobody offers is refused when it is chosen, with its reason', async ({
  browser,
}) => {
  const page = await aReader(browser)
  const reasons = new Set<string | null>()
  const far = new Date(Date.now() + 300 * 86_400_000).toISOString()
  const night = `${new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)}T02:00:00Z`
  for (const slot of [night, new Date().toISOString(), far]) {
    await page.goto(`${QUOTE.replace('quote', 'book')}?slot=${slot}`)
    await expect(page).toHaveURL(/\/quote\?/)
    reasons.add(await page.locator('#slot .err').textContent())
  }
  expect(reasons.size).toBe(3)
})

/** At the details of a visit whose time was chosen some days ahead and kept while other days were looked at. */
async function atDetails(page: Page): Promise<void> {
  await page.goto(QUOTE)
  for (const _ of [1, 2]) await page.locator('button[name="from"]').last().click()
  await page.locator('label.slot').last().click()
  const chosen = await page.locator('[name="slot"]:checked').getAttribute('value')
  await page.locator('button[name="from"]').last().click()
  await expect(page.locator('[name="slot"]:checked')).toHaveValue(chosen ?? '')
  await page.locator('button[formaction$="/book"]').click()
  await page.locator('#name').fill('Noor')
  await page.locator('#email').fill('noor@example.org')
  await page.locator('#line1').fill('14 Dean Lane')
}

test('who goes back to the price, or signs in on the way, finds what they typed', async ({
  browser,
}) => {
  const page = await aReader(browser)
  await atDetails(page)
  const details = page.url()
  await page.locator('button[value="back"]').click()
  await expect(page).toHaveURL(/\/quote\?/)
  expect(page.url()).not.toContain('Dean')
  await page.locator('button[formaction$="/book"]').click()
  await expect(page.locator('#line1')).toHaveValue('14 Dean Lane')
  await page.locator('#name').fill('')
  await page.locator('#notes').fill('Ring twice.')
  await isSound(page)
  await page.locator('button[value="sign-in"]').click()
  await page.locator('#email').fill('helen@example.com')
  await page.locator('#password').fill(PASSWORD)
  await page.locator('main form button').first().click()
  await page.waitForURL(details)
  await expect(page.locator('#notes')).toHaveValue('Ring twice.')
  await expect(page.locator('#email')).toHaveValue('noor@example.org')
  await expect(page.locator('#name')).not.toHaveValue('')
  await expect(page.locator('button[value="sign-in"]')).toHaveCount(0)
})

test('an address that is put right after the payment page was seen is the address of the visit', async ({
  browser,
}) => {
  const page = await aReader(browser)
  await atDetails(page)
  const details = page.url()
  await page.locator('#postcode').fill('BS3 1DD')
  await page.locator('#line1').press('Enter')
  await page.locator('button[value="pay"]').click()
  await page.waitForURL(/\/pay\/cs_test_/)
  const first = page.url()
  await page.goto(details)
  await expect(page.locator('#line1')).toHaveValue('14 Dean Lane')
  await page.locator('#line1').fill('15 Dean Lane')
  await page.locator('button[value="check"]').click()
  await page.locator('button[value="pay"]').click()
  await page.waitForURL(first)
  await pay(page)
  await expect(page.locator('dd', { hasText: '15 Dean Lane' })).toBeVisible()
})

for (const slug of ['nour', 'azahar'])
  test(`on the narrowest phone nothing of ${slug} runs off the side, in any language`, async ({
    browser,
  }) => {
    const page = await aReader(browser)
    await page.setViewportSize({ width: 320, height: 700 })
    await page.goto(`${siteOf(slug)}/listings`)
    const found = await page
      .locator('main li :is(h2, h3) a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(found.length).toBeGreaterThan(0)
    const pages = ['/', '/listings', '/charter', '/decisions', '/books', '/join', ...found]
    for (const language of ['en', 'ar', 'es', 'fr'])
      for (const path of [...pages, ...found.map((one) => `${one}/quote`)]) {
        await page.goto(`${siteOf(slug)}${path}?lang=${language}`)
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(over, `${path} ${language}`).toBeLessThanOrEqual(0)
      }
  })

test('the charter, the decisions and the books are there for anybody', async ({ browser }) => {
  const page = await aReader(browser)
  for (const path of ['/charter', '/charter/1', '/decisions', '/decisions/1', '/books']) {
    expect((await page.goto(`${siteOf('brightwater')}${path}`))?.status(), path).toBe(200)
  }
  expect((await page.goto(`${siteOf('brightwater')}/nowhere`))?.status()).toBe(404)
  expect((await page.goto(`${siteOf('brightwater')}/console`))?.status()).toBe(404)
})
