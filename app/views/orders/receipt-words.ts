import type { PriceLine } from '#app/kernel/price-line.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { writeList, writeMoment } from '#app/ui/figures.tsx'
import type { Language } from '#app/ui/language.tsx'
import type { SplitPart } from '#app/views/books/split-bar.tsx'

/** A price line, with the title of its item when the order has several. */
export type ReceiptLine = PriceLine & { readonly item?: string }

/** The facts of a receipt. */
export type ReceiptFacts = {
  readonly code: string
  readonly currency: string
  readonly title: string
  readonly state: string
  readonly start: string | null
  readonly paidAt: string | null
  readonly charterVersion: number
  readonly total: bigint
  /** What was paid in advance above the price, and the part of it that may still go back. Zero for a fixed price. */
  readonly unused: bigint
  readonly pending: bigint
  readonly refunded: bigint
  readonly returned: readonly { readonly at: string; readonly minor: bigint }[]
  readonly lines: readonly ReceiptLine[]
  readonly workers: readonly { readonly name: string; readonly minor: bigint }[]
  readonly shared: {
    readonly workers: bigint
    readonly coOp: bigint
    readonly federation: bigint
    readonly card: bigint
  }
}

type Part = {
  readonly who: SplitPart['who'] | 'customer'
  readonly label: string
  readonly minor: bigint
}

/** Writes what a line is for: its item, when there are several, and what was chosen of it. */
export function lineName({ item, key, label, quantity }: ReceiptLine, { t }: Language): string {
  const many = quantity > 1 ? t('storefront:times', { count: quantity, what: label }) : label
  const what = key === 'tip' ? t('orders:tip') : many
  return item ? `${item} · ${what}` : what
}

/** Writes a receipt in words, the same for a page and for a PDF. Its parts add up to the amount that was retained. */
export function receiptWords(
  receipt: ReceiptFacts,
  { t, formatLocale }: Language,
  { name, timeZone }: { readonly name: string; readonly timeZone: string },
) {
  const { currency, shared, total, pending, refunded, workers } = receipt
  const kept = total - refunded
  const amount = (minor: bigint) => writeMoney({ minor, currency }, formatLocale)
  const moment = (iso: string | null, style: 'date' | 'dated') =>
    iso ? writeMoment(iso, style, { locale: formatLocale, timeZone }) : ''
  const first = workers.map((worker) => worker.name.split(' ')[0] ?? worker.name)
  const names = writeList(first, formatLocale) || t('storefront:who.workers')
  const values = {
    total: amount(total),
    returned: amount(refunded),
    kept: amount(kept),
    workers: amount(shared.workers),
    names,
  }
  const parts: readonly Part[] = [
    ...workers.map((worker) => ({
      who: 'worker' as const,
      label: worker.name,
      minor: worker.minor,
    })),
    { who: 'co-op', label: t('orders:receipt.our-co-op', { name }), minor: shared.coOp },
    { who: 'federation', label: t('orders:receipt.twiza'), minor: shared.federation },
    { who: 'rent', label: t('orders:receipt.who.card'), minor: shared.card },
    ...(pending > 0n
      ? [{ who: 'customer' as const, label: t('orders:receipt.pending'), minor: pending }]
      : []),
  ]
  const { unused } = receipt
  return {
    kept,
    unused: unused > 0n ? [{ label: t('orders:receipt.unused'), minor: unused }] : [],
    names,
    parts,
    number: t('orders:receipt.number', {
      code: receipt.code,
      date: moment(receipt.paidAt, 'date'),
    }),
    when: moment(receipt.start, 'dated'),
    head: t(headOf(receipt, kept), values),
    byCharter: t(
      receipt.state === 'cancelled'
        ? 'orders:receipt.by-charter.cancelled'
        : 'orders:receipt.by-charter',
      { version: receipt.charterVersion },
    ),
    returned: receipt.returned.map(({ at, minor }) => ({
      label: t('orders:receipt.returned.on', { date: moment(at, 'date') }),
      minor: -minor,
    })),
  }
}

function headOf({ state, refunded }: ReceiptFacts, kept: bigint) {
  if (kept === 0n) return 'orders:receipt.head.back'
  if (refunded > 0n) return 'orders:receipt.head.part'
  return state === 'paid' ? 'orders:receipt.head.open' : 'orders:receipt.head'
}
