import { expect, test } from '@playwright/test'
import { aReader, isSound, signIn, siteOf } from './people/visit.ts'

for (const reader of [
  { language: 'en' as const, phone: false },
  { language: 'ar' as const, phone: true },
]) {
  test(`from the federation's account one goes over to a co-op, signed in there; a stranger with the link is not (${reader.language})`, async ({
    browser,
  }) => {
    const page = await aReader(browser, reader)
    await signIn(page, 'amina@brightwater.example')
    await isSound(page)
    const links: string[] = []
    page.on('request', (asked) => {
      if (asked.url().includes('/hand-over?code=')) links.push(asked.url())
    })
    await page.locator('main a[href^="/go?to=brightwater"]').click()
    await page.waitForURL(`${siteOf('brightwater')}/office`)
    const stranger = await aReader(browser, reader)
    await stranger.goto(links[0] ?? '')
    await expect(stranger).toHaveURL(/\/sign-in/)
    await page.goto(`${siteOf('brightwater')}/account`)
  })

  test(`a dead link leads on, to another letter or to another password (${reader.language})`, async ({
    browser,
  }) => {
    const page = await aReader(browser, reader)
    await page.goto(`${siteOf('brightwater')}/verify?code=gone`)
    await isSound(page)
    await page.locator('#email').fill('nobody@example.org')
    await page.locator('button[value="again"]').click()
    await expect(page.locator('.note.ok')).toBeVisible()
    await page.goto(`${siteOf('brightwater')}/reset?code=gone`)
    await page.locator('main a.btn').click()
    await expect(page.locator('#email')).toBeVisible()
  })
}
