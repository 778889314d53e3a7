import { expect, test } from '@playwright/test'
import { aReader, isSound, READERS, signIn, siteOf } from './people/visit.ts'

for (const reader of READERS) {
  test(`a member says when they work, notes a day off and follows a job (${reader.language})`, async ({
    browser,
  }) => {
    const page = await aReader(browser, reader)
    await signIn(page, 'yusuf@brightwater.example', 'brightwater')
    const hours = `${siteOf('brightwater')}/office/hours`
    await page.goto(hours)
    await page.locator('#d1-0-from').fill('17:00')
    await page.locator('#d1-0-until').fill('')
    await page.locator('button[value="week"]').click()
    await expect(page.locator('#edit .err')).toBeVisible()
    await expect(page.locator('#d1-0-from')).toHaveValue('17:00')
    await isSound(page)
    await page.locator('#d1-0-from').fill('09:00')
    await page.locator('#d1-0-until').fill('17:00')
    await page.locator('button[value="week"]').click()
    await page.waitForURL(/saved/)

    await page
      .locator('summary', { hasText: reader.language === 'en' ? 'Note a date' : 'تسجيل يوم' })
      .click()
    await page.locator('#date').fill('2020-01-01')
    await page.locator('button[value="exception"]').click()
    await expect(page.locator('#date-error')).toBeVisible()
    const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
    await page.locator('#date').fill(soon)
    await page.locator('#note').fill('Wedding')
    await page.locator('button[value="exception"]').click()
    await page.waitForURL(/saved/)
    await expect(page.locator('.rows', { hasText: 'Wedding' })).toBeVisible()

    const feed = (await page.locator('main .mono').textContent()) ?? ''
    const { pathname } = new URL(feed)
    const calendar = await page.request.get(`http://127.0.0.1:${new URL(hours).port}${pathname}`, {
      headers: { host: new URL(hours).host },
    })
    expect(await calendar.text()).toContain('BEGIN:VCALENDAR')
    await page.locator('button[value="forget"]').click()
    await expect(page.locator('.rows', { hasText: 'Wedding' })).toHaveCount(0)

    await page.goto(`${siteOf('brightwater')}/office`)
    await page.locator('a[href^="/office/jobs/"]').last().click()
    await isSound(page)
    await expect(page.locator('main ol')).toBeVisible()
  })
}
