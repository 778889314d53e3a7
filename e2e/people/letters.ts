import { expect, type Page } from '@playwright/test'
import { siteOf } from './visit.ts'

/** Returns where the latest letter to an address leads that opens a page of this path. */
export async function letterTo(page: Page, email: string, path: string): Promise<string> {
  let found: string | null = null
  await expect(async () => {
    await page.goto(`${siteOf()}/mailbox?to=${encodeURIComponent(email)}`)
    found = await page
      .locator(`main a[href*="${path}?code="]`)
      .first()
      .getAttribute('href', { timeout: 500 })
    expect(found).toBeTruthy()
  }).toPass({ timeout: 20_000 })
  return found ?? ''
}

/** Opens the account that this browser has signed up for, by the link of its letter. */
export async function confirmAddress(page: Page, email: string): Promise<void> {
  await page.waitForURL(/\/verify\?/)
  await page.goto(await letterTo(page, email, '/verify'))
  await page.locator('button[value="confirm"]').click()
}
