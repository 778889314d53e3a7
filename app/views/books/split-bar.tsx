import type { CSSProperties, ReactNode } from 'react'
import { MoneyText } from '#app/ui/figures.tsx'

/** One part of a payment. The four parts always have this order and these colours. */
export type SplitPart = {
  readonly who: 'worker' | 'co-op' | 'federation' | 'rent'
  readonly label: string
  readonly minor: bigint
}

/** The colour of each part. */
export const SPLIT_FILLS = {
  worker: 'bg-split-worker',
  'co-op': 'bg-split-co-op',
  federation: 'bg-split-federation',
  rent: 'bg-split-rent',
} as const

/**
 * A bar that shows the parts of one payment to scale; a tiny part keeps 6 px. The caption is written on the workers'
 * part. `className` gives the bar's height and margins, and the caption's size.
 */
export function SplitBar({
  splitParts,
  caption,
  className = 'h-13',
}: {
  readonly splitParts: readonly SplitPart[]
  readonly caption: string
  readonly className?: string
}) {
  return (
    <div className={`flex gap-0.5 ${className}`} aria-hidden="true">
      {splitParts.map(({ who, minor }) => (
        <span
          key={who}
          className={`min-w-1.5 flex-[var(--v)_0_6px] first:rounded-s last:rounded-e ${SPLIT_FILLS[who]}`}
          style={{ '--v': Number(minor > 0n ? minor : 0n) } as CSSProperties}
        >
          {who === 'worker' ? (
            <span className="flex h-full items-center overflow-hidden px-4 font-semibold whitespace-nowrap text-split-worker-ink max-sm:leading-[1.15] max-sm:whitespace-normal">
              {caption}
            </span>
          ) : null}
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
  dense,
}: {
  readonly splitParts: readonly SplitPart[]
  readonly currency: string
  readonly small?: boolean
  readonly dense?: boolean
}) {
  return (
    <ul className={small ? 'key text-sm' : 'key'}>
      {splitParts.map(({ who, label, minor }) => (
        <li className={dense ? 'py-1' : undefined} key={who}>
          <i className={SPLIT_FILLS[who]} />
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

type Format = { readonly [part in 'caption' | 'table' | 'row' | 'total']?: string }

/** The formats of a price table: a plain table, a summary's, a receipt's, and a ledger's, whose caption is shown. */
const FORMATS = {
  plain: {},
  summary: {
    row: 'py-2 font-normal',
    total: 'border-0 border-t-[1.5px] border-ink pt-3 pb-2 text-2xl font-semibold tracking-tight',
  },
  receipt: {
    table: 'text-md max-sm:text-sm',
    row: 'font-normal',
    total:
      'border-t-[1.5px] border-ink [border-bottom:3px_double_var(--color-ink)] text-lg/body font-semibold',
  },
  ledger: {
    caption: 'pt-4 pb-2 text-start text-md font-semibold',
    row: 'font-normal',
    total: 'border-t-[1.5px] border-b-0 border-ink font-semibold',
  },
} as const satisfies Readonly<Record<string, Format>>
export type PriceFormat = keyof typeof FORMATS

/** Amounts and their total in a table that is the same for a customer and a worker. */
export function PriceTable({
  rows,
  total,
  currency,
  caption,
  totalLabel,
  format = 'plain',
}: {
  readonly rows: readonly Row[]
  readonly total: bigint | string
  readonly currency: string
  readonly caption: string
  readonly totalLabel: string
  readonly format?: PriceFormat
}) {
  const classes: Format = FORMATS[format]
  return (
    <table className={classes.table}>
      <caption className={classes.caption ?? 'sr-only'}>{caption}</caption>
      <tbody>
        {rows.map(({ name, minor, hint }, index) => (
          <tr key={index}>
            <th className={classes.row} scope="row">
              {name}
              {hint ? <span className="hint">{hint}</span> : null}
            </th>
            <td className={`n ${classes.row ?? ''}`}>
              <MoneyText minor={minor} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th className={classes.total} scope="row">
            {totalLabel}
          </th>
          <td className={`n ${classes.total ?? ''}`}>
            <MoneyText minor={total} currency={currency} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
