import { expect, test } from 'vitest'
import { LOCALES, type Locale } from '#app/kernel/locale.ts'
import { money } from '#app/kernel/money.ts'
import { languageFor } from '#app/ui/language.tsx'
import { printReceipt } from './receipt-pdf.server.tsx'
import { lettersOf, printedLines } from './testing/printed-lines.ts'

const places = [
  ['GB', 'GBP'],
  ['EG', 'EGP'],
  ['ES', 'EUR'],
  ['FR', 'EUR'],
] as const

type Place = readonly [country: string, currency: 'GBP' | 'EGP' | 'EUR']

/** Returns the lines of a printed receipt of a visit with three paid things, one of them a tip. */
async function receiptIn(locale: Locale, [country, currency]: Place): Promise<string[]> {
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
    total: 493_824n,
    title: 'Regular clean',
    state: 'done',
    start: '2026-11-28T10:00:00Z',
    unused: 0n,
    pending: 0n,
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
    workers: [{ name: 'Amina حداد', minor: 486_577n }],
    shared: { workers: 486_577n, coOp: -13n, federation: 2469n, card: 4691n },
  }
  const sender = {
    name: 'تعاونية Brightwater',
    colour: '#25358a',
    timeZone: 'Africa/Cairo',
    language: languageFor(locale, country),
  }
  return printedLines(await printReceipt(receipt, sender))
}

test.each(LOCALES.flatMap((locale) => places.map((place) => [locale, ...place] as const)))(
  'a receipt is set in %s for a co-op in %s, with every line, amount and name',
  async (locale, ...place) => {
    const lines = await receiptIn(locale, place)
    expect(lettersOf(lines[0] ?? '')).toBe(lettersOf('تعاونية Brightwater'))
    expect(lines[2]).toBe('Regular clean')
    const count = (text: RegExp) => lines.filter((line) => text.test(line)).length
    // The page has each of four items, the paid total, the retained total (twice), and each recipient.
    expect(count(/1[.,\s]?234[.,]56|١٬٢٣٤٫٥٦/)).toBe(4)
    expect(count(/4[.,\s]?938[.,]24|٤٬٩٣٨٫٢٤/)).toBe(1)
    expect(count(/4[.,\s]?937[.,]24|٤٬٩٣٧٫٢٤/)).toBe(2)
    expect(count(/Amina.*4[.,\s]?865[.,]77|٤٬٨٦٥٫٧٧.*Amina/)).toBe(1)
  },
)

test('a receipt reads in English', async () => {
  expect(await receiptIn('en', ['GB', 'GBP'])).toEqual([
    'تعاونية Brightwater',
    'Receipt Q4AB-22XY, paid 26 November 2026',
    'Regular clean',
    'Saturday, 28 November 2026 at 12:00',
    'What you paid',
    '2 × Regular clean £1,234.56',
    // The words are set from right to left.
    '2 × منتظم تنظيف £1,234.56',
    '2 × Ménage œuvré £1,234.56',
    'Tip £1,234.56',
    'Total £4,938.24',
    'What went back to you',
    'Sent back on 29 November 2026 -£1.00',
    'What stayed £4,937.24',
    'Who got it',
    'Amina حداد £4,865.77',
    'تعاونية Brightwater, our co-op -£0.13',
    'Twiza, the federation £24.69',
    'Card costs £46.91',
    'What stayed £4,937.24',
    'Priced and split by charter version 2. Whoever worked, and you, hold this same page.',
  ])
})

test('a receipt reads in Arabic', async () => {
  const lines = (await receiptIn('ar', ['EG', 'EGP']))
    // The typesetter gives one letter of this word no character of its own: readers see it but cannot copy it.
    .map((line) => line.replace(/الب.اقة/, 'البطاقة'))
  const expected = [
    'تعاونية Brightwater',
    'إيصال Q4AB-22XY، دُفع في ٢٦ نوفمبر ٢٠٢٦',
    'Regular clean',
    'السبت، ٢٨ نوفمبر ٢٠٢٦ في ١٢:٠٠ م',
    'ما دفعت',
    '٢ × Regular clean ١٬٢٣٤٫٥٦ ج.م.',
    '٢ × تنظيف منتظم ١٬٢٣٤٫٥٦ ج.م.',
    '٢ × Ménage œuvré ١٬٢٣٤٫٥٦ ج.م.',
    'إكرامية ١٬٢٣٤٫٥٦ ج.م.',
    'المجموع ٤٬٩٣٨٫٢٤ ج.م.',
    'ما عاد إليك',
    'أُعيد في ٢٩ نوفمبر ٢٠٢٦ -١٫٠٠ ج.م.',
    'ما بقي ٤٬٩٣٧٫٢٤ ج.م.',
    'من نال المبلغ',
    'Amina حداد ٤٬٨٦٥٫٧٧ ج.م.',
    'تعاونية Brightwater، تعاونيتنا -٠٫١٣ ج.م.',
    'تويزة، الاتحاد ٢٤٫٦٩ ج.م.',
    'تكاليف البطاقة ٤٦٫٩١ ج.م.',
    'ما بقي ٤٬٩٣٧٫٢٤ ج.م.',
    'سُعّر ووُزّع بالنسخة ٢ من الميثاق. وهذه الصفحة نفسها عندك وعند من عملوا.',
  ]
  expect(lines.map(lettersOf)).toEqual(expected.map(lettersOf))
  // Amounts are read from left to right, also within a right-to-left line.
  expect(lines[9]).toContain('٤٬٩٣٨٫٢٤')
})
