import { writeMoney } from '#app/kernel/write-money.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { MonthsTable, writeMonth } from '#app/ui/months.tsx'
import { useCoOp } from '#app/ui/site.tsx'

type Month = { readonly month: string; readonly paid: bigint; readonly shared: bigint }

const [STEP, HEIGHT] = [90, 200]

/** A chart of twelve months: the amount that customers paid, beside the members' part of it. */
export function MonthChart({ months }: { readonly months: readonly Month[] }) {
  const { t, direction, formatLocale } = useLanguage()
  const { currency } = useCoOp()
  const most = months.reduce((top, { paid }) => (paid > top ? paid : top), 1n)
  const tall = (minor: bigint) => Math.max(0, (Number(minor) / Number(most)) * HEIGHT)
  const x = (index: number) => (direction === 'rtl' ? months.length - 1 - index : index) * STEP
  const sum = (of: 'paid' | 'shared') => months.reduce((all, month) => all + month[of], 0n)
  const amount = (minor: bigint) => writeMoney({ minor, currency, whole: true }, formatLocale)
  return (
    <figure className="mb-16 grid gap-4 [&_tbody_th]:font-normal">
      <figcaption>
        <h2>{t('books:year', { paid: amount(sum('paid')), shared: amount(sum('shared')) })}</h2>
      </figcaption>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('books:year.picture')}>
        <svg
          className="chart min-w-[40rem]"
          viewBox={`0 0 ${months.length * STEP} ${HEIGHT + 34}`}
          aria-hidden="true"
        >
          <path className="stroke-line-strong" d={`M0 ${HEIGHT + 2}h${months.length * STEP}`} />
          {months.map(({ month, paid, shared }, index) => (
            <g key={month} transform={`translate(${x(index)} 0)`}>
              <rect
                className="fill-line-strong"
                x={14}
                width={28}
                y={HEIGHT - tall(paid)}
                height={tall(paid)}
              />
              <rect
                className="fill-split-worker"
                x={46}
                width={28}
                y={HEIGHT - tall(shared)}
                height={tall(shared)}
              />
              <text x={STEP / 2} y={HEIGHT + 26}>
                {writeMonth(month, 'short', formatLocale)}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <p className="legend text-sm">
        <span className="before:bg-line-strong">{t('books:paid')}</span>
        <span className="before:bg-split-worker">{t('books:shared')}</span>
      </p>
      <MonthsTable
        rows={months.map(({ month, paid, shared }) => ({ month, all: paid, part: shared }))}
        currency={currency}
        heads={[t('books:paid'), t('books:shared')]}
      />
    </figure>
  )
}
