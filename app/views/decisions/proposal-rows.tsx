import { type Address, pathTo } from '#app/site-map/paths.ts'
import { writeMoment } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useCoOp } from '#app/ui/site.tsx'

type Row = {
  readonly number: number
  readonly title: string
  readonly state:
    | 'discussion'
    | 'voting'
    | 'passed'
    | 'failed'
    | 'cooling-off'
    | 'in-force'
    | 'withdrawn'
    | 'overtaken'
    | 'lapsed'
  readonly reading: number
  readonly opensAt: string
  readonly closesAt: string
  readonly tally: {
    readonly yes: number
    readonly no: number
    readonly abstain: number
    readonly electorate: number
  } | null
  readonly mine: boolean
  readonly overtaken: boolean
}

export const STATE_TAG = {
  discussion: 'info',
  voting: 'warn',
  passed: 'ok',
  failed: 'bad',
  'cooling-off': 'info',
  'in-force': 'ok',
  withdrawn: 'bad',
  overtaken: 'bad',
  lapsed: 'info',
} as const

/**
 * Returns the key of the sentence for a proposal's state. Between two readings it differs from that of the discussion.
 */
export function stateKey({ state, reading }: Pick<Row, 'state' | 'reading'>) {
  return state === 'discussion' && reading > 1
    ? ('decisions:state.between' as const)
    : (`decisions:state.${state}` as const)
}

/** A list of proposals, each with its state and one sentence about it. */
export function ProposalRows({
  rows,
  address,
  pressable,
}: {
  readonly rows: readonly Row[]
  /** Each title is a whole row to press, for a narrow column. */
  readonly pressable?: boolean
  readonly address: Extract<Address, `${string}/decisions/:number`>
}) {
  const { t, formatLocale } = useLanguage()
  const { timeZone } = useCoOp()
  const when = (at: string) => writeMoment(at, 'full', { locale: formatLocale, timeZone })
  return (
    <ul className={pressable ? 'rows mt-4' : 'rows'}>
      {rows.map(({ number, title, reading, opensAt, closesAt, tally, mine, ...row }) => {
        const state = row.overtaken ? 'overtaken' : row.state
        return (
          <li key={number}>
            <h3 dir="auto">
              <a
                className={pressable ? 'block py-4 no-underline' : undefined}
                href={pathTo(address, { number })}
              >
                {title}
              </a>
            </h3>
            <p className={pressable ? 'mt-1 text-sm' : 'text-sm'}>
              <span className={`tag ${STATE_TAG[state]}`}>{t(stateKey({ state, reading }))}</span>{' '}
              {tally
                ? t('decisions:tally', tally)
                : row.state === 'discussion'
                  ? t('decisions:opens', { when: when(opensAt) })
                  : t('decisions:closes', { when: when(closesAt) })}
            </p>
            {mine ? (
              <p className={pressable ? 'kick mt-1' : 'kick'}>{t('decisions:needs-you')}</p>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
