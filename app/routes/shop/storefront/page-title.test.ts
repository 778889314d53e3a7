import { expect, test } from 'vitest'
import { storefrontTitle } from './page-title.ts'

const trade = 'Home cleaning'
const sentence =
  'Nobody stands between you and us, so we set fair hours, and you see the price before you book.'

test.each([
  [{ name: 'Tidy Hands', tagline: '', trade }, 'Tidy Hands'],
  [{ name: 'Tidy Hands', tagline: 'Clean homes', trade }, 'Tidy Hands: Clean homes'],
  [{ name: 'Tidy Hands', tagline: sentence, trade }, 'Tidy Hands: Home cleaning'],
  [{ name: 'Tidy Hands', tagline: sentence, trade: '' }, 'Tidy Hands'],
])('a storefront’s title is short and has no colon over nothing: %o', (coOp, title) => {
  expect(storefrontTitle(coOp)).toBe(title)
})
