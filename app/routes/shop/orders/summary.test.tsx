import { expect, test } from 'vitest'
import { money } from '#app/kernel/money.ts'
import { renderForReader } from '#app/ui/testing/render.tsx'
import { Pay } from './pay.tsx'
import { QuoteSummary } from './summary.tsx'

/** Renders the summary of a price of 40.00. */
function render(bound: bigint | null): string {
  const line = { kind: 'commissionable', key: 'seat', label: 'Seat', quantity: 1 } as const
  const shared = { workers: 3800n, coOp: 84n, federation: 40n, card: 76n, hourly: null }
  return renderForReader(
    <QuoteSummary
      lines={[{ ...line, amount: money(4000n, 'GBP') }]}
      total={4000n}
      bound={bound}
      shared={shared}
      floorMinor={0}
      when=""
      stay=""
    >
      <Pay due={bound ?? 4000n} />
    </QuoteSummary>,
  )
}

test('an open price shows the bound, what becomes of the rest, and a button that pays the bound', () => {
  const page = render(5000n)

  expect(page).toContain('It can come to £50.00 at most, and you pay that in advance.')
  expect(page).toContain('What is not used goes back to you.')
  expect(page).toContain('Book and pay £50.00')
  expect(page).toContain('As it looks now')
  expect(page).not.toContain('You pay</')
})

test('a fixed price is what its customer pays', () => {
  const page = render(null)

  expect(page).toContain('You pay')
  expect(page).toContain('Book and pay £40.00')
  expect(page).not.toContain('at most')
})
