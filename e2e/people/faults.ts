import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/**
 * Only what is wrong is described, because describing everything that is right takes as long as finding it. The style
 * sheets are the page's own, so none is loaded again.
 */
const OPTIONS = { resultTypes: ['violations'], preload: false } as const

/** Returns what the accessibility checker finds on a page, or only among its colours, and how far it is too wide. */
export async function faultsOf(page: Page, colours = false): Promise<string[]> {
  const builder = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ ...OPTIONS, resultTypes: [...OPTIONS.resultTypes] })
  const { violations } = await (
    colours ? builder.withRules(['color-contrast']) : builder.withTags(TAGS)
  ).analyze()
  const found = violations.map(({ id, nodes }) => {
    const where = nodes.slice(0, 4).map(({ target }) => target.join(' '))
    // The first one's reason says which colours, or which size, it is about.
    return `${id}: ${where.join(', ')} (${nodes[0]?.any[0]?.message ?? ''})`
  })
  return [...found, ...(await overflowOf(page))]
}

/** Returns how far a page is wider than its window, if it is. */
export async function overflowOf(page: Page): Promise<string[]> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return overflow > 2 ? [`${overflow} px run off the side`] : []
}
