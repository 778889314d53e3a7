import { termsOf } from '#app/domains/charter/charter.ts'
import type { Charter, ClauseKey, Term } from '#app/domains/charter/clauses.ts'
import { PROTECTIVE_DOWN } from '#app/domains/decisions/proposal.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import type { PluralKey } from '#app/locales/catalogues.ts'
import type { Translate } from '#app/locales/translate.ts'
import { writePercent } from '#app/ui/figures.tsx'

/** Who reads, and the money of whose charter. */
export type ClauseReader = {
  readonly t: Translate
  /** For `Intl`: how the reader writes numbers. */
  readonly formatLocale: string
  readonly currency: string
}

/** A clause with these terms, in plain words: its sentence of the catalogue, and in it each of its terms. */
export function clauseSentence<Key extends ClauseKey>(
  clause: Key,
  terms: Charter[Key],
  reader: ClauseReader,
): string {
  const numbers: Readonly<Record<string, number>> = terms
  const phrases = termsOf(clause).map(([name, term]) => [
    name,
    termPhrase(numbers[name] ?? term.default, term, reader),
  ])
  return reader.t(`charter:${clause}.words`, {
    ...Object.fromEntries(phrases),
    lowering: lowering(reader),
  })
}

function termPhrase(value: number, { unit, sentence }: Term, reader: ClauseReader): string {
  const written = writeTerm(value, unit, reader)
  const key = sentence?.exceptions?.[value] ?? sentence?.key
  // Whether a sentence depends on its number or not, it is given both the number and how it is written.
  return key ? reader.t(key as PluralKey, { count: value, value: written }) : written
}

function writeTerm(
  value: number,
  unit: Term['unit'],
  { t, formatLocale, currency }: ClauseReader,
): string {
  switch (unit) {
    case 'share':
      return writePercent(value, formatLocale)
    case 'money':
      return writeMoney({ minor: value, currency }, formatLocale)
    case 'hours':
      return t('charter:hours', { count: value })
    case 'months':
      return t('charter:months', { count: value })
  }
}

/** What lowering a protection takes, for the clause that says how members decide. */
function lowering({ t, formatLocale }: ClauseReader): string {
  return t('charter:voting.lowering', {
    hours: PROTECTIVE_DOWN.discussionHours,
    majority: writePercent(PROTECTIVE_DOWN.majorityBp, formatLocale),
    months: t('charter:months', { count: PROTECTIVE_DOWN.sunsetMonths }),
  })
}
