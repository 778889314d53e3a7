import type { ReactNode } from 'react'
import type { PriceLine } from '#app/kernel/price-line.ts'
import type { PriceSplit } from '#app/rules/offerings/price-split.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Cloth } from '#app/ui/marks.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { type PriceFormat, PriceTable, SplitBar, SplitKey } from '#app/views/books/split-bar.tsx'
import { lineName, type ReceiptLine } from '#app/views/orders/receipt-words.ts'
import { splitPartsOf } from '#app/views/books/split-parts.ts'

type Props = {
  readonly lines: readonly PriceLine[]
  readonly total: bigint
  /** The most that the price may come to, which is paid in advance; null for a fixed price. */
  readonly bound: bigint | null
  readonly shared: PriceSplit
  readonly floorMinor: number
  readonly when: string
  readonly stay: string
  readonly children: ReactNode
}

/** The price of an item line by line, and the split of the money, before anything is paid. */
export function QuoteSummary({ bound, shared, floorMinor, when, stay, children, ...price }: Props) {
  const { t, formatLocale } = useLanguage()
  const { currency, look } = useCoOp()
  const splitParts = splitPartsOf(shared, t, t('storefront:who.workers'))
  return (
    <SummaryPanel
      cloth={
        <Cloth look={look} width={420} height={56} className="block h-14 w-full object-cover" />
      }
    >
      <p className="text-sm text-muted">
        {when && stay ? t('orders:when-and-stay', { when, stay }) : when || stay}
      </p>
      {bound === null ? (
        <Lines {...price} format="summary" />
      ) : (
        <>
          <Lines {...price} totalLabel={t('orders:quoted')} format="summary" />
          <p>{t('orders:bound', { most: writeMoney({ minor: bound, currency }, formatLocale) })}</p>
        </>
      )}
      <SplitBar
        className="h-10"
        splitParts={splitParts}
        caption={writeMoney({ minor: shared.workers, currency }, formatLocale)}
      />
      <SplitKey splitParts={splitParts} currency={currency} small dense />
      {shared.hourly === null ? null : (
        <p className="mt-0 text-sm">
          <span className={shared.hourly.minor >= BigInt(floorMinor) ? 'tag ok' : 'tag bad'}>
            {t('orders:an-hour', { amount: writeMoney(shared.hourly, formatLocale) })}
          </span>{' '}
          {t('orders:floor-is', {
            amount: writeMoney({ minor: floorMinor, currency }, formatLocale),
          })}
        </p>
      )}
      {children}
    </SummaryPanel>
  )
}

/** The panel with the summary: it stays in view beside a form, and stands below the form on a narrow page. */
export function SummaryPanel({
  cloth,
  children,
}: {
  readonly cloth?: ReactNode
  readonly children: ReactNode
}) {
  const { t } = useLanguage()
  return (
    <aside className="sticky top-4 bg-surface-2 max-lg:static max-sm:-mx-gut" aria-labelledby="sum">
      {cloth}
      <div className="grid gap-4 p-6 [&>p+p]:mt-0">
        <h2 className="text-2xl" id="sum">
          {t('orders:your-visit')}
        </h2>
        {children}
      </div>
    </aside>
  )
}

/** Price lines in words. */
export function Lines({
  lines,
  total,
  unused = 0n,
  totalLabel,
  format,
}: {
  readonly lines: readonly ReceiptLine[]
  readonly total: bigint
  /** What was paid in advance above these lines. */
  readonly unused?: bigint
  readonly totalLabel?: string
  readonly format: PriceFormat
}) {
  const language = useLanguage()
  const { t } = language
  const { currency } = useCoOp()
  const rows = lines.map((line) => ({
    name:
      line.key === 'tip' && !line.item ? t('orders:tip') : <bdi>{lineName(line, language)}</bdi>,
    minor: line.amount.minor,
  }))
  const above = unused > 0n ? [{ name: t('orders:receipt.unused'), minor: unused }] : []
  return (
    <PriceTable
      rows={[...rows, ...above]}
      total={total}
      currency={currency}
      caption={t('orders:lines')}
      totalLabel={totalLabel ?? t('orders:you-pay')}
      format={format}
    />
  )
}
