import { expect, test } from '@playwright/test'
import { faultsOf } from './people/faults.ts'

const GOOD = `<!doctype html><html lang="en"><title>A page</title>
  <style>body { color: #000; background: #fff }
  @media (prefers-color-scheme: dark) { body { color: #fff; background: #000 } }</style>
  <main><h1>Here</h1><p class="said">Words</p></main>`
const NIGHT = '<style>@media (prefers-color-scheme: dark) { .said { color: #333 } }</style>'
const SMALL = '<button style="width:8px;height:8px;padding:0;border:0">a</button>'
const WIDE = '<div style="width:3000px">wide</div>'

/** A page with a fault, and what the checker calls it. */
const FAULTY = {
  'a picture without words': [`${GOOD}<img src="data:,">`, 'image-alt'],
  'a field without a label': [`${GOOD}<input type="text">`, 'label'],
  'a page without its language': [GOOD.replace(' lang="en"', ''), 'html-has-lang'],
  'pale words by day': [`${GOOD}<style>.said { color: #bbb }</style>`, 'color-contrast'],
  'targets that are too small': [GOOD + SMALL + SMALL, 'target-size'],
  'a page that is too wide': [GOOD + WIDE, 'run off the side'],
  'a page that is too wide, from right to left': [
    GOOD.replace('lang="en"', 'lang="ar" dir="rtl"') + WIDE,
    'run off the side',
  ],
} as const

test('the checker finds nothing wrong with a good page, by day and by night', async ({ page }) => {
  await page.setContent(GOOD)
  expect(await faultsOf(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await faultsOf(page, true)).toEqual([])
})

for (const [what, [html, called]] of Object.entries(FAULTY))
  test(`the checker finds ${what}`, async ({ page }) => {
    await page.setContent(html)
    expect((await faultsOf(page)).join('\n')).toContain(called)
  })

test('the checker finds words that are pale by night alone', async ({ page }) => {
  await page.setContent(GOOD + NIGHT)
  expect(await faultsOf(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect((await faultsOf(page, true)).join('\n')).toContain('color-contrast')
})
