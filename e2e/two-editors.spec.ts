import { expect, type Page, test } from '@playwright/test'
import { aReader, isSound, READERS, signIn, siteOf } from './people/visit.ts'

const CONFLICT = '[aria-labelledby="conflict"]'
const OVER = { en: 'Save mine over it', ar: 'حفظ ما كتبته مكانه' }

/** Both have the page open; one saves, and the other is shown both, loses nothing and saves over it knowingly. */
async function bothEdit(
  { first, second }: { readonly first: Page; readonly second: Page },
  { path, fill, field }: { path: string; field: string; fill: (page: Page, by: string) => unknown },
): Promise<void> {
  await first.goto(path)
  await second.goto(path)
  await fill(first, 'first')
  await first.locator('#edit button.big').click()
  await first.waitForURL(/saved/)
  await fill(second, 'second')
  await second.locator('#edit button.big').click()
  await expect(second.locator(`${CONFLICT} tbody tr`)).not.toHaveCount(0)
  await expect(second.locator(`${CONFLICT} a[href="#${field}"]`)).toBeVisible()
  await isSound(second)
  const typed = await second.locator(`#${field}`).inputValue()
  await second.locator(`${CONFLICT} button`).click()
  await second.waitForURL(/saved/)
  await expect(second.locator(`#${field}`)).toHaveValue(typed)
}

for (const reader of READERS) {
  test(`two who write the same are shown both, and nothing is lost (${reader.language})`, async ({
    browser,
  }) => {
    const home = siteOf('brightwater')
    const first = await aReader(browser, reader)
    const second = await aReader(browser, reader)
    await signIn(first, 'amina@brightwater.example', 'brightwater')
    await signIn(second, 'amina@brightwater.example', 'brightwater')

    const mark = (by: string) => `${by} ${reader.language}`
    await bothEdit(
      { first, second },
      {
        path: `${home}/office/profile`,
        field: 'about',
        fill: (page, by) => page.locator('#about').fill(mark(by)),
      },
    )
    await bothEdit(
      { first, second },
      {
        path: `${home}/office/storefront`,
        field: 'tagline',
        fill: async (page, by) => {
          await page.locator('#tagline').fill(mark(by))
          if (by === 'first') await page.locator('#area').fill(mark('Bristol and around'))
        },
      },
    )
    await bothEdit(
      { first, second },
      {
        path: `${home}/office/hours`,
        field: 'd1-0-from',
        fill: (page, by) => page.locator('#d1-0-from').fill(by === 'first' ? '10:00' : '08:30'),
      },
    )

    await first.goto(`${home}/office/listings`)
    const listing = await first.locator('.rows a[href*="/office/listings/"]').first()
    const path = `${home}${await listing.getAttribute('href')}`
    await bothEdit(
      { first, second },
      {
        path,
        field: 'summary',
        fill: (page, by) => page.locator('#summary').fill(mark(by)),
      },
    )

    // The same typed twice is nothing to compare; who leaves it as it stands sees what was saved meanwhile.
    await first.goto(path)
    await second.goto(path)
    for (const page of [first, second]) {
      await page.locator('#summary').fill(mark('alike'))
      await page.locator('#edit button.big').click()
      await page.waitForURL(/saved/)
    }
    await first.goto(path)
    await second.goto(path)
    await second.locator('#summary').fill(mark('theirs'))
    await second.locator('#edit button.big').click()
    await second.waitForURL(/saved/)
    await first.locator('#summary').fill(mark('mine'))
    await first.locator('#edit button.big').click()
    await expect(first.locator('#edit button.big')).toHaveText(OVER[reader.language])
    await first.locator(`${CONFLICT} .link`).click()
    await expect(first.locator('#summary')).toHaveValue(mark('theirs'))
  })
}
