import { expect, test } from 'vitest'
import { LOCALES } from '#app/kernel/locale.ts'
import { money } from '#app/kernel/money.ts'
import { languageFor } from '#app/ui/language.tsx'
import { printReceipt } from './receipt-pdf.server.tsx'

const places = [
  ['GB', 'GBP'],
  ['EG', 'EGP'],
  ['ES', 'EUR'],
  ['FR', 'EUR'],
] as const

test.each(
  LOCALES.flatMap((locale) =>
    places.map(([country, currency]) => [locale, country, currency] as const),
  ),
)('a receipt is set in %s for a co-op in %s', async (locale, country, currency) => {
  const line = (label: string) => ({
    kind: 'commissionable' as const,
    key: label,
    label,
    quantity: 2,
    amount: money(123_456n, currency),
  })
  const receipt = {
    code: 'Q4AB-22XY',
    currency,
    total: 246_912n,
    title: 'Regular clean',
    state: 'done',
    start: '2026-11-28T10:00:00Z',
    refunded: 100n,
    returned: [{ at: '2026-11-29T10:00:00Z', minor: 100n }],
    paidAt: '2026-11-26T10:00:00Z',
    charterVersion: 2,
    lines: [
      line('Regular clean'),
      line('تنظيف منتظم'),
      line('Ménage œuvré'),
      { ...line('tip'), kind: 'tip' as const, key: 'tip' },
    ],
    workers: [{ name: 'Amina حداد', minor: 234_566n }],
    shared: { workers: 234_566n, coOp: -13n, federation: 2469n, card: 4691n },
  }
  const sender = {
    name: 'تعاونية Brightwater',
    colour: '#25358a',
    timeZone: 'Africa/Cairo',
    language: languageFor(locale, country),
  }

  const bytes = await printReceipt(receipt, sender)

  expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
})
