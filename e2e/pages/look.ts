import type { Page } from '@playwright/test'
import { settings } from '#app/config.ts'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { faultsOf } from '../people/faults.ts'

/** Where pictures of every look go; without such a folder each page has one, by day at a desk. */
const PICTURES = settings().PICTURES

type Look = { readonly name: string; readonly width: number; readonly dark: boolean }

/** How each page is looked at: at a desk and on a phone, by day and by night. */
const LOOKS: readonly Look[] = [
  { name: '1280', width: 1280, dark: false },
  { name: '390', width: 390, dark: false },
  { name: '390-dark', width: 390, dark: true },
  { name: '1280-dark', width: 1280, dark: true },
]

/**
 * Looks at a page in every way, takes a picture of each, and says what is wrong: everything the checker knows in the
 * first look of a reader, and its colours by night.
 */
export async function lookAt(page: Page, name: string, phone: boolean): Promise<string[]> {
  const folder = join(PICTURES ?? 'test-results/pages', name)
  mkdirSync(folder, { recursive: true })
  const faults: string[] = []
  for (const look of LOOKS) {
    const own = (look.width === 390) === phone
    if (!own && !PICTURES) continue
    await page.emulateMedia({ colorScheme: look.dark ? 'dark' : 'light', reducedMotion: 'reduce' })
    await page.setViewportSize({ width: look.width, height: look.width === 390 ? 844 : 900 })
    // Whoever reads by night opens the page by night.
    if (look.dark) await page.reload()
    if (PICTURES || (!look.dark && !phone))
      await takePicture(page, join(folder, `${look.name}.png`))
    if (!own) continue
    const found = await faultsOf(page, look.dark)
    faults.push(...found.map((fault) => `${name} ${look.name}: ${fault}`))
  }
  return faults
}

async function takePicture(page: Page, path: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path, fullPage: true, animations: 'disabled' })
}
