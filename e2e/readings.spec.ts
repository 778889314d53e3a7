import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { aReader, isSound, READERS, siteOf, signIn } from './people/visit.ts'

for (const reader of [
  { language: 'en' as const, phone: false, slug: 'brightwater' },
  { language: 'ar' as const, phone: true, slug: 'nour' },
]) {
  test(`anybody follows a decision through two readings to its sunset (${reader.language})`, async ({
    browser,
  }) => {
    const page = await aReader(browser, reader)
    const site = siteOf(reader.slug)
    for (const path of ['/decisions', '/decisions/1', '/decisions/3', '/decisions/4', '/charter']) {
      expect((await page.goto(`${site}${path}`))?.status(), path).toBe(200)
    }
    await expect(page.locator('.clauses .lapses')).toBeVisible()
    await page.locator('.clauses .lapses a').click()
    await expect(page.locator('#sunset')).toBeVisible()
    await expect(page.locator('.course li')).toHaveCount(5)
    await page.goto(`${site}/decisions/4`)
    await expect(page.locator('.course [aria-current="step"]')).toHaveCount(1)
    await expect(page.locator('#recount li')).toHaveCount(1)
  })
}

test('the ballots of a closed vote are counted again by the published command; an open vote gives none', async ({
  browser,
}) => {
  const page = await aReader(browser)
  const site = siteOf('brightwater')
  const folder = mkdtempSync(join(tmpdir(), 'ballots-'))
  await page.goto(`${site}/decisions/3`)
  for (const form of ['csv', 'json']) {
    const coming = page.waitForEvent('download')
    await page.locator(`#recount a[href$="${form}?reading=2"]`).click()
    const download = await coming
    expect(download.suggestedFilename()).toBe(`brightwater-decision-3-reading-2.${form}`)
    const file = join(folder, `ballots.${form}`)
    await download.saveAs(file)
    const { stdout, status } = spawnSync('node', ['app/cli/twiza.mjs', 'recount', file], {
      encoding: 'utf8',
    })
    expect(stdout).toContain('That is what was announced.')
    expect(status).toBe(0)
  }
  rmSync(folder, { recursive: true })
  for (const path of ['4/ballots.csv', '4/ballots.json?reading=2'])
    expect((await page.goto(`${site}/decisions/${path}`))?.status(), path).toBe(404)
})

for (const reader of [
  { language: 'en' as const, phone: false, slug: 'azahar' },
  { language: 'ar' as const, phone: true, slug: 'nour' },
]) {
  test(`a member proposes to renew a decision with one button, and nobody a second time (${reader.language})`, async ({
    browser,
  }) => {
    const page = await aReader(browser, reader)
    const email = { azahar: 'paco@azahar.example', nour: 'hany@nour.example' }[reader.slug] ?? ''
    await signIn(page, email, reader.slug)
    await page.goto(`${siteOf(reader.slug)}/office/decisions/3`)
    await page.locator('button[value="renew"]').click()
    await page.waitForURL(/decisions\/5$/)
    await isSound(page)
    await expect(page.locator('section:has(> svg) > ol > li')).toHaveCount(3)
    await page.goto(`${siteOf(reader.slug)}/office/decisions/3`)
    await expect(page.locator('button[value="renew"]')).toHaveCount(0)
    await expect(
      page.locator('[aria-labelledby="sunset"] a[href="/office/decisions/5"]'),
    ).toBeVisible()
  })
}

for (const reader of READERS) {
  test(`a proposal is made beside what is in force, says how it will be voted on, and is talked over (${reader.language})`, async ({
    browser,
  }) => {
    const page = await aReader(browser, reader)
    await signIn(page, 'sophie@deux-rives.example', 'deux-rives')
    await page.goto(`${siteOf('deux-rives')}/office/decisions/new`)
    await expect(page.locator('.for-split blockquote')).toContainText(/95|٩٥/)
    await expect(page.locator('.for-split label .text-muted')).toHaveCount(0)
    // Only the terms of the clause that is chosen are asked for.
    for (const [clause, asked] of [
      ['floor', ['hourly']],
      ['cancellation', ['hours', 'kept']],
      ['none', []],
      ['split', ['workers']],
    ] as const) {
      await page.locator(`input[name="clause"][value="${clause}"]`).check()
      for (const field of ['workers', 'hourly', 'hours', 'kept'])
        await expect(page.locator(`#${field}`)).toBeVisible({
          visible: asked.some((name) => name === field),
        })
    }
    await page.locator('#title').fill('Un peu moins')
    await page.locator('#workers').fill(reader.language === 'ar' ? '٩٢٫٥' : '92.5')
    await isSound(page)
    await page.locator('main form button').click()
    await page.waitForURL(/decisions\/\d+$/)
    await expect(page.locator('main p:has(> svg)').first()).toBeVisible()
    await isSound(page)

    await page.locator('#body').fill('x'.repeat(4001))
    await page.locator('button[value="say"]').click()
    await expect(page.locator('#body-error')).toContainText(/4,000|٤٬٠٠٠|4000|٤٠٠٠/)
    await expect(page.locator('#body')).toHaveValue('x'.repeat(4001))
    await page.locator('#body').fill('Je suis contre.\n\nEt voici pourquoi.')
    await page.locator('button[value="say"]').click()
    await expect(page.locator('main li p[dir="auto"]')).toHaveCount(2)
    await isSound(page)
  })
}
