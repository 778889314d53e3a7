import { expect, test } from '@playwright/test'
import { aReader, isSound, siteOf, signIn } from './people/visit.ts'

for (const reader of [
  { language: 'en' as const, phone: false },
  { language: 'ar' as const, phone: true },
]) {
  test(`a member reads the books to the last entry, and invites somebody (${reader.language})`, async ({
    browser,
  }) => {
    const home = siteOf('brightwater')
    const page = await aReader(browser, reader)
    await signIn(page, 'amina@brightwater.example', 'brightwater')
    await page.goto(`${home}/office/books`)
    await page.locator('#kind').selectOption('settled')
    await page.locator('.flt button').first().click()
    await page.locator('main .rows a').first().click()
    await isSound(page)
    const [debit, credit] = await page.locator('tfoot td').allTextContents()
    expect(debit).toBe(credit)
    const file = await page.request.get(`http://127.0.0.1:${new URL(home).port}/office/books.csv`, {
      headers: {
        host: new URL(home).host,
        cookie: (await page.context().cookies())
          .map(({ name, value }) => `${name}=${value}`)
          .join('; '),
      },
    })
    expect((await file.text()).split('\n').length).toBeGreaterThan(50)

    await page.goto(`${home}/office/members`)
    await page.locator('#email').fill('somebody@nowhere')
    await page.locator('button[value="invite"]').click()
    await expect(page.locator('#email-error')).toBeVisible()
    await page.locator('#email').fill(`new-${reader.language}@example.org`)
    await page.locator('button[value="invite"]').click()
    await page.waitForURL(/invited/)
    await isSound(page)
    const row = page.locator('li.line', { hasText: `new-${reader.language}@example.org` })
    await row.locator('button[value="withdraw"]').click()
    await expect(row).toHaveCount(0)
  })
}
