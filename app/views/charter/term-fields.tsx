import { clausesInForms, fieldsOf } from '#app/domains/charter/charter.ts'
import type { Charter, ClauseKey, Term } from '#app/domains/charter/clauses.ts'
import { money, toDecimal } from '#app/kernel/money.ts'
import { type FormState, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'

/** Returns the labels of the fields of all clauses, by name. */
export function useTermLabels(): Readonly<Record<string, string>> {
  const { t } = useLanguage()
  const fields = clausesInForms().flatMap((clause) => fieldsOf(clause))
  return Object.fromEntries(fields.map(({ field }) => [field, t(`charter:ask.${field}`)]))
}

type TermFieldsProps = {
  readonly clause: ClauseKey
  readonly charter: Charter
  readonly currency: string
  readonly form: FormState | undefined
  /** The field may stay empty, and its label does not say so, because another clause may be the chosen one. */
  readonly optional?: 'quietly'
}

/** The fields of a clause with the charter's terms as their values; nothing for a clause that has no fields. */
export function TermFields({ clause, charter, currency, form, optional }: TermFieldsProps) {
  const labels = useTermLabels()
  const numbers: Readonly<Record<string, number>> = charter[clause]
  return fieldsOf(clause).map(({ name, term, field }) => (
    <TextField
      key={field}
      form={form}
      name={field}
      label={labels[field] ?? field}
      value={typed(numbers[name] ?? term.default, term.unit, currency)}
      inputMode={INPUT_MODES[term.unit]}
      optional={optional}
    />
  ))
}

const INPUT_MODES = {
  share: 'decimal',
  money: 'decimal',
  hours: 'numeric',
  months: 'numeric',
} as const satisfies Readonly<Record<Term['unit'], string>>

/** Writes a number as a person types it: a share in percent, an amount as a decimal. */
function typed(value: number, unit: Term['unit'], currency: string): string {
  if (unit === 'share') return String(value / 100)
  return unit === 'money' ? toDecimal(money(BigInt(value), currency)) : String(value)
}
