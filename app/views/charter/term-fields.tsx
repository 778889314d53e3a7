import { clausesInForms, fieldsOf } from '#app/domains/charter/charter.ts'
import type { Charter, ClauseKey, Term } from '#app/domains/charter/clauses.ts'
import { money, toDecimal } from '#app/kernel/money.ts'
import { type FormState, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'

/** What the fields of all clauses are called, by their names. */
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
  /** May stay empty without saying so: another clause may be the one that is meant. */
  readonly optional?: 'quietly'
}

/** The fields of a clause, filled with what the charter says; nothing for a clause that no form asks for. */
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

/** A number as somebody would type it: a share in percent, an amount as a decimal. */
function typed(value: number, unit: Term['unit'], currency: string): string {
  if (unit === 'share') return String(value / 100)
  return unit === 'money' ? toDecimal(money(BigInt(value), currency)) : String(value)
}
