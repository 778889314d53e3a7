import { writeMoney } from '#app/kernel/write-money.ts'
import { MoneyText } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { writeDate, writeDatePart } from './hours-words.ts'

type Day = { readonly date: string; readonly minor: bigint }

const [STEP, HEIGHT] = [72, 150]

/** A chart of the pay of the last seven days, with a column for each day. */
export function WeekChart({ days }: { readonly days: readonly Day[] }) {
  const { t, direction, formatLocale } = useLanguage()
  const { currency } = useCoOp()
  const sum = days.reduce((all, { minor }) => all + minor, 0n)
  const most = days.reduce((top, { minor }) => (minor > top ? minor : top), 1n)
  const tall = (minor: bigint) =>
    minor > 0n ? Math.max(3, (Number(minor) / Number(most)) * HEIGHT) : 0
  const x = (index: number) => (direction === 'rtl' ? days.length - 1 - index : index) * STEP
  return (
    <section>
      <h2>{t('jobs:pay', { amount: writeMoney({ minor: sum, currency }, formatLocale) })}</h2>
      <svg
        className="chart"
        viewBox={`0 0 ${days.length * STEP} ${HEIGHT + 34}`}
        aria-hidden="true"
      >
        <path className="stroke-line-strong" d={`M0 ${HEIGHT + 4}h${days.length * STEP}`} />
        {days.map(({ date, minor }, index) => (
          <g key={date} transform={`translate(${x(index)} 0)`}>
            <rect
              className="fill-split-worker"
              x={12}
              width={STEP - 24}
              y={HEIGHT + 4 - tall(minor)}
              height={tall(minor)}
            />
            <text
              x={STEP / 2}
              y={HEIGHT + 26}
              className={index === days.length - 1 ? 'on' : undefined}
            >
              {writeDatePart(date, 'weekday', formatLocale)}
            </text>
          </g>
        ))}
      </svg>
      <details>
        <summary>{t('jobs:pay.list')}</summary>
        <ul className="key text-sm">
          {days.map(({ date, minor }) => (
            <li key={date}>
              <i className="bg-split-worker" />
              <span>{writeDate(date, formatLocale)}</span>
              <b>
                <MoneyText minor={minor} currency={currency} />
              </b>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
