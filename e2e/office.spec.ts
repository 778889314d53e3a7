import { expect, test } from '@playwright/test'
import { aReader, siteOf, signIn } from './people/visit.ts'

for (const reader of [
  { language: 'en' as const, phone: false },
  { language: 'ar' as const, phone: true },
]) {
  test(`a member sees the day, the pay and the listings, and votes (${reader.language})`, async ({
    browser,
  }) => {
    const page = await aReader(browser, reader)
    await signIn(
      page,
      reader.language === 'ar' ? 'rosa@brightwater.example' : 'amina@brightwater.example',
      'brightwater',
    )
    for (const path of [
      '/office',
      '/office/listings',
      '/office/earnings',
      '/office/members',
      '/office/decisions',
      '/office/decisions/new',
    ]) {
      expect((await page.goto(`${siteOf('brightwater')}${path}`))?.status(), path).toBe(200)
    }
    await page.goto(`${siteOf('brightwater')}/office/decisions/4`)
    await page.locator('input[name="choice"][value="no"]').check()
    await page.locator('button[value="vote"]').click()
    await expect(page.locator('input[name="choice"][value="no"]')).toBeChecked()
  })
}

test('a rule below the federation’s floor is refused beside its field, and what was written stays', async ({
  browser,
}) => {
  const page = await aReader(browser)
  await signIn(page, 'amina@brightwater.example', 'brightwater')
  await page.goto(`${siteOf('brightwater')}/office/decisions/new`)
  await page.locator('#title').fill('Half for the workers')
  await page.locator('#workers').fill('55')
  await page.locator('main form button').click()
  await expect(page.locator('#workers-error')).toBeVisible()
  await expect(page.locator('#title')).toHaveValue('Half for the workers')
})

test('a member of one co-op is nobody in another', async ({ browser }) => {
  const page = await aReader(browser)
  await signIn(page, 'amina@brightwater.example', 'azahar')
  expect((await page.goto(`${siteOf('azahar')}/office`))?.status()).toBe(403)
})
