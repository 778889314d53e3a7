import { expect, test } from '@playwright/test'
import { aReader, isSound, siteOf } from './people/visit.ts'

for (const reader of [{}, { language: 'ar', phone: true }] as const)
  test(`every component stands alone, in both directions (${reader.language ?? 'en'})`, async ({
    browser,
  }) => {
    const page = await aReader(browser, reader)
    await page.goto(`${siteOf('brightwater')}/workshop`)
    const specimens = page.locator('main > section')
    expect(await specimens.count()).toBeGreaterThan(25)
    for (const specimen of await specimens.all())
      for (const direction of ['ltr', 'rtl'])
        await expect(specimen.locator(`> [dir=${direction}] > *`)).not.toHaveCount(0)
    await isSound(page)
  })
