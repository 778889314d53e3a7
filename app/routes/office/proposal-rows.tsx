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
  readonly closesAt: string
  readonly tally: {
    readonly yes: number
    readonly no: number
    readonly abstain: number
    readonly electorate: number
  } | null
  readonly mine: boolean
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
} as const

/** Proposals as a list, each with where it stands in a word and a sentence. */
export function ProposalRows({
  rows,
  base,
}: {
  readonly rows: readonly Row[]
  readonly base: string
}) {
  const { t, formatLocale } = useLanguage()
  const { timeZone } = useCoOp()
  return (
    <ul className="rows">
      {rows.map(({ number, title, state, closesAt, tally, mine }) => (
        <li key={number}>
          <h3 dir="auto">
            <a href={`${base}/${number}`}>{title}</a>
          </h3>
          <p className="sm">
            <span className={`tag ${STATE_TAG[state]}`}>{t(`governance:state.${state}`)}</span>{' '}
            {tally
              ? t('governance:tally', tally)
              : t('governance:closes', {
                  when: writeMoment(closesAt, 'full', { locale: formatLocale, timeZone }),
                })}
          </p>
          {mine ? <p className="kick">{t('governance:needs-you')}</p> : null}
        </li>
      ))}
    </ul>
  )
}
