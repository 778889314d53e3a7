import type { CSSProperties, ReactNode } from 'react'
import { MoneyText } from '#app/ui/figures.tsx'

/** One part of a payment. The four parts always have this order and these colours. */
export type SplitPart = {
  readonly who: 'worker' | 'co-op' | 'federation' | 'rent'
  readonly label: string
  readonly minor: bigint
}

const CLASS = { worker: 'w', 'co-op': 'c', federation: 'f', rent: 'r' } as const

/** A bar that shows the parts of one payment to scale. The caption is written on the workers' part. */
export function SplitBar({
  splitParts,
  caption,
}: {
  readonly splitParts: readonly SplitPart[]
  readonly caption: string
}) {
  return (
    <div className="split" aria-hidden="true">
      {splitParts.map(({ who, minor }) => (
        <span
          key={who}
          className={CLASS[who]}
          style={{ '--v': Number(minor > 0n ? minor : 0n) } as CSSProperties}
        >
          {who === 'worker' ? <span className="in">{caption}</span> : null}
        </span>
      ))}
    </div>
  )
}

/** The parts with their labels and amounts: the legend of the bar, which also holds its figures. */
export function SplitKey({
  splitParts,
  currency,
  small,
}: {
  readonly splitParts: readonly SplitPart[]
  readonly currency: string
  readonly small?: boolean
}) {
  return (
    <ul className={small ? 'key text-sm' : 'key'}>
      {splitParts.map(({ who, label, minor }) => (
        <li key={who} className={CLASS[who]}>
          <i />
          <span>{label}</span>
          <b>
            <MoneyText minor={minor} currency={currency} />
          </b>
        </li>
      ))}
    </ul>
  )
}

type Row = { readonly name: ReactNode; readonly minor: bigint | string; readonly hint?: string }

/** Amounts and their total in a table that is the same for a customer and a worker. */
export function PriceTable({
  rows,
  total,
  currency,
  caption,
  captionShown = false,
  totalLabel,
}: {
  readonly rows: readonly Row[]
  readonly total: bigint | string
  readonly currency: string
  readonly caption: string
  readonly captionShown?: boolean
  readonly totalLabel: string
}) {
  return (
    <table>
      <caption className={captionShown ? undefined : 'sr-only'}>{caption}</caption>
      <tbody>
        {rows.map(({ name, minor, hint }, index) => (
          <tr key={index}>
            <th scope="row">
              {name}
              {hint ? <span className="hint">{hint}</span> : null}
            </th>
            <td className="n">
              <MoneyText minor={minor} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{totalLabel}</th>
          <td className="n">
            <MoneyText minor={total} currency={currency} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
