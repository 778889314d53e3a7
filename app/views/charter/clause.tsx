import { type Charter, CLAUSES, type ClauseKey } from '#app/domains/charter/charter.ts'
import { PROTECTIVE_DOWN } from '#app/domains/decisions/proposal.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import type { Translate } from '#app/locales/translate.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { writeMoment, writePercent } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { useCoOp } from '#app/ui/site.tsx'

/** Says a clause with these terms in plain words. */
export function useClauseWords(
  currency: string,
): <Key extends ClauseKey>(clause: Key, terms: Charter[Key]) => string {
  const { t, formatLocale } = useLanguage()
  const percent = (bp: number | undefined) => writePercent(bp ?? 0, formatLocale)
  return (clause, terms) => {
    const numbers: Readonly<Record<string, number>> = { ...terms }
    const hours = (of: string) => numbers[of] ?? 0
    return t(`charter:${clause}.words`, {
      percent: percent(numbers['workersBp'] ?? numbers['keptBp'] ?? numbers['reserveBp']),
      amount: writeMoney({ minor: numbers['hourlyMinor'] ?? 0, currency }, formatLocale),
      free: t('storefront:cancel-rule', { count: hours('freeHours') }),
      quorum: percent(numbers['quorumBp']),
      // Half is to be passed, any other share to be reached: see tally.ts.
      majority: t(
        numbers['majorityBp'] === 5000 ? 'charter:voting.more-than' : 'charter:voting.at-least',
        { percent: percent(numbers['majorityBp']) },
      ),
      course: clause === 'voting' ? course(t, hours) : '',
      lowering: t('charter:voting.lowering', {
        hours: PROTECTIVE_DOWN.discussionHours,
        majority: percent(PROTECTIVE_DOWN.majorityBp),
        months: t('charter:months', { count: PROTECTIVE_DOWN.sunsetMonths }),
      }),
      months: t('charter:months', { count: numbers['keepMonths'] ?? 0 }),
    })
  }
}

/** How long a vote takes from being raised to taking effect, in sentences; what takes no time says so. */
function course(t: Translate, hours: (of: string) => number): string {
  const discussed = hours('discussionHours')
  const cooling = hours('coolingOffHours')
  return [
    discussed === 0
      ? t('charter:voting.at-once')
      : t('charter:voting.discussed', { count: discussed }),
    t('charter:voting.open', { count: hours('votingHours') }),
    cooling === 0
      ? t('charter:voting.effect-at-once')
      : t('charter:voting.effect', { count: cooling }),
  ].join(' ')
}

type Lapsing = {
  readonly clause: ClauseKey
  readonly at: string
  readonly number: number
  readonly backTo: Readonly<Record<string, number>>
}

type ClausesProps = {
  readonly charter: Charter
  /** The clauses that protect less for a time. */
  readonly lapsing?: readonly Lapsing[]
}

/** Every clause of a charter, as people read it. */
export function Clauses({ charter, lapsing = [] }: ClausesProps) {
  const { t } = useLanguage()
  const words = useClauseWords(useCoOp().currency)
  return (
    <ol className="rows clauses">
      {CLAUSES.map((clause) => (
        <li key={clause}>
          <h2>{t(`charter:${clause}`)}</h2>
          <Paragraphs className="lg" text={words(clause, charter[clause])} />
          {lapsing
            .filter((one) => one.clause === clause)
            .map((one) => (
              <Lapses key={one.number} lapsing={one} charter={charter} />
            ))}
        </li>
      ))}
    </ol>
  )
}

function Lapses({ lapsing, charter }: { readonly lapsing: Lapsing; readonly charter: Charter }) {
  const { t, formatLocale } = useLanguage()
  const { timeZone, currency } = useCoOp()
  const words = useClauseWords(currency)
  const { clause, at, number, backTo } = lapsing
  const date = writeMoment(at, 'date', { locale: formatLocale, timeZone })
  return (
    <div className="lapses">
      <p>
        <a href={pathTo('/decisions/:number', { number })}>
          {t('decisions:charter.lapses', { number, date })}
        </a>
      </p>
      <blockquote>{words(clause, { ...charter[clause], ...backTo })}</blockquote>
    </div>
  )
}
