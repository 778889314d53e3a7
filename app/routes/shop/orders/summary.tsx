import type { ReactNode } from 'react'
import type { PriceLine } from '#app/kernel/price-line.ts'
import type { Shared } from '#app/reads/storefront/sample-split.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Cloth } from '#app/ui/marks.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { PriceTable, SplitBar, SplitKey } from '#app/views/books/split-bar.tsx'
import { splitPartsOf } from '#app/views/books/split-parts.ts'

type Props = {
  readonly lines: readonly PriceLine[]
  readonly total: bigint
  readonly shared: Shared
  readonly floorMinor: number
  readonly when: string
  readonly stay: string
  readonly children: ReactNode
}

/** What a visit costs, line by line, and where the money goes, before anything is paid. */
export function QuoteSummary({ lines, total, shared, floorMinor, when, stay, children }: Props) {
  const { t, formatLocale } = useLanguage()
  const { currency, look } = useCoOp()
  const splitParts = splitPartsOf(shared, t, t('storefront:who.workers'))
  return (
    <aside className="sum" aria-labelledby="sum">
      <div className="ribbon">
        <Cloth look={look} width={420} height={56} className="ribbon-cloth" />
      </div>
      <div className="in2">
        <h2 id="sum">{t('orders:your-visit')}</h2>
        <p className="text-sm text-muted">
          {when && stay ? t('orders:when-and-stay', { when, stay }) : when || stay}
        </p>
        <Lines lines={lines} total={total} />
        <SplitBar
          splitParts={splitParts}
          caption={writeMoney({ minor: shared.workers, currency }, formatLocale)}
        />
        <SplitKey splitParts={splitParts} currency={currency} small />
        {shared.hourly === null ? null : (
          <p className="text-sm floor">
            <span className={shared.hourly.minor >= BigInt(floorMinor) ? 'tag ok' : 'tag bad'}>
              {t('orders:an-hour', { amount: writeMoney(shared.hourly, formatLocale) })}
            </span>{' '}
            {t('orders:floor-is', {
              amount: writeMoney({ minor: floorMinor, currency }, formatLocale),
            })}
          </p>
        )}
        {children}
      </div>
    </aside>
  )
}

/** Price lines in words. */
export function Lines({
  lines,
  total,
  totalLabel,
}: {
  readonly lines: readonly PriceLine[]
  readonly total: bigint
  readonly totalLabel?: string
}) {
  const { t } = useLanguage()
  const { currency } = useCoOp()
  const rows = lines.map(({ key, label, quantity, amount }) => ({
    name:
      key === 'tip' ? (
        t('orders:tip')
      ) : (
        <bdi>{quantity > 1 ? t('storefront:times', { count: quantity, what: label }) : label}</bdi>
      ),
    minor: amount.minor,
  }))
  return (
    <PriceTable
      rows={rows}
      total={total}
      currency={currency}
      caption={t('orders:lines')}
      totalLabel={totalLabel ?? t('orders:you-pay')}
    />
  )
}
