import { type Charter, CLAUSES, type ClauseKey } from '#app/domains/charter/charter.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { writePercent } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useCoOp } from '#app/ui/site.tsx'

/** Says a clause with these terms in plain words. */
export function useClauseWords(
  currency: string,
): <Key extends ClauseKey>(clause: Key, terms: Charter[Key]) => string {
  const { t, formatLocale } = useLanguage()
  const percent = (bp: number | undefined) => writePercent(bp ?? 0, formatLocale)
  return (clause, terms) => {
    const numbers: Readonly<Record<string, number>> = { ...terms }
    return t(`charter:${clause}.words`, {
      percent: percent(numbers['workersBp'] ?? numbers['keptBp'] ?? numbers['reserveBp']),
      amount: writeMoney({ minor: numbers['hourlyMinor'] ?? 0, currency }, formatLocale),
      hours: numbers['freeHours'],
      quorum: percent(numbers['quorumBp']),
      majority: percent(numbers['majorityBp']),
      discussion: numbers['discussionHours'],
      voting: numbers['votingHours'],
      cooling: numbers['coolingOffHours'],
      months: numbers['keepMonths'],
    })
  }
}

/** Every clause of a charter, as people read it. */
export function Clauses({ charter }: { readonly charter: Charter }) {
  const { t } = useLanguage()
  const words = useClauseWords(useCoOp().currency)
  return (
    <ol className="rows clauses">
      {CLAUSES.map((clause) => (
        <li key={clause}>
          <h2>{t(`charter:${clause}`)}</h2>
          <p className="lg">{words(clause, charter[clause])}</p>
        </li>
      ))}
    </ol>
  )
}
