import { clauseKeys } from '#app/domains/charter/charter.ts'
import type { Charter, ClauseKey } from '#app/domains/charter/clauses.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { writeMoment } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { clauseSentence } from './clause-sentence.ts'

/** Returns a function that writes a clause with its terms in plain words. */
export function useClauseWords(
  currency: string,
): <Key extends ClauseKey>(clause: Key, terms: Charter[Key]) => string {
  const { t, formatLocale } = useLanguage()
  return (clause, terms) => clauseSentence(clause, terms, { t, formatLocale, currency })
}

type Lapsing = {
  readonly clause: ClauseKey
  readonly at: string
  readonly number: number
  readonly backTo: Readonly<Record<string, number>>
}

type ClausesProps = {
  readonly charter: Charter
  /** The clauses whose protection is lowered for a time. */
  readonly lapsing?: readonly Lapsing[]
}

/** Every clause of a charter, as readers see it. */
export function Clauses({ charter, lapsing = [] }: ClausesProps) {
  const { t } = useLanguage()
  const words = useClauseWords(useCoOp().currency)
  return (
    <ol className="rows clauses">
      {clauseKeys().map((clause) => (
        <li key={clause}>
          <h2 className="mb-2 text-xl">{t(`charter:${clause}`)}</h2>
          <Paragraphs className="text-lg" text={words(clause, charter[clause])} />
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
