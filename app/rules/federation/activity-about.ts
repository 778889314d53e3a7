import { SUPPORT_PAGES } from './support-pages.ts'

/**
 * Returns the detail of an entry of a co-op's log: a title, a name or a code; the page of a support view; the prices
 * before and after; and the given reason.
 */
export function activityDetail(detail: Readonly<Record<string, unknown>>) {
  const about = detail['title'] ?? detail['who'] ?? detail['code']
  return {
    about: typeof about === 'string' ? about : '',
    prices: readPrices(detail['prices']),
    page: SUPPORT_PAGES.find((page) => page === detail['page']) ?? null,
    reason: typeof detail['reason'] === 'string' ? detail['reason'] : '',
  }
}

/** Two amounts in minor units, and their currency. */
type Prices = { readonly from: string; readonly to: string; readonly currency: string }

function readPrices(value: unknown): Prices | null {
  const { from, to, currency } = Object(value) as Partial<Record<keyof Prices, unknown>>
  return typeof from === 'string' && typeof to === 'string' && typeof currency === 'string'
    ? { from, to, currency }
    : null
}
