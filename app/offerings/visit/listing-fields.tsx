import { isolated } from '#app/kernel/isolated.ts'
import { type FormState, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import type { VisitFields } from './visit.ts'
import { cellsOf, MAX_ROWS, NEW_VISIT, type RowKind } from './listing-rows.ts'

const PART = 'mt-10 border-t-[1.5px] border-ink pt-5'

/** A grid of small fields. */
const CELL_GRID = 'grid items-end gap-x-4 *:mb-4 *:gap-1 [&_label]:text-sm [&_label]:font-medium'

type Props = {
  readonly form: FormState | undefined
  readonly fields: unknown
}

/** The fields of a visit's price. Each part of the price is a row; a row without a name is removed. */
export function VisitListingFields({ form, fields }: Props) {
  const { t } = useLanguage()
  const { currency } = useCoOp()
  const cells = cellsOf(fields ? (fields as VisitFields) : NEW_VISIT, currency)
  const common = { form, cells }
  return (
    <>
      <section className={PART}>
        <h2 className="mb-5 text-xl">{t('visit:always')}</h2>
        <div className={`${CELL_GRID} grid-cols-[repeat(auto-fit,minmax(6.5rem,1fr))]`}>
          <Cell {...common} name="basePrice" label={t('visit:price', { currency })} money />
          <Cell {...common} name="baseMinutes" label={t('visit:minutes')} />
          <Cell {...common} name="teamSize" label={t('visit:team')} />
        </div>
      </section>
      <RowFields {...common} kind="counters" />
      <RowFields {...common} kind="tiers" />
      <RowFields {...common} kind="extras" />
    </>
  )
}

/** Returns the labels of the form's fields. The label of a cell contains the name of its row. */
export function useVisitListingLabels(
  form: FormState | undefined,
): Readonly<Record<string, string>> {
  const { t } = useLanguage()
  const { currency } = useCoOp()
  const cellLabel = useCellLabel()
  const names = [
    ...Object.keys(form?.errors ?? {}),
    ...(form?.conflict?.fields ?? []).map(({ name }) => name),
  ]
  const cells = names.flatMap((name) => {
    const [, row, cell] = /^(\w+-\d+)-(\w+)$/.exec(name) ?? []
    if (!row || !cell) return []
    const conflictField = form?.conflict?.fields.find((field) => field.name === `${row}-label`)
    const rowName = conflictField
      ? conflictField.typed || conflictField.now
      : (form?.values[`${row}-label`] ?? '')
    const shortName = rowName.slice(0, 60)
    return [
      [name, t('visit:cell.of', { row: isolated(shortName), cell: cellLabel(cell) })] as const,
    ]
  })
  return {
    ...Object.fromEntries(cells),
    basePrice: t('visit:price', { currency }),
    baseMinutes: t('visit:minutes'),
    teamSize: t('visit:team'),
  }
}

function useCellLabel() {
  const { t } = useLanguage()
  const { currency } = useCoOp()
  return (cell: string) =>
    cell === 'price'
      ? t('visit:price', { currency })
      : t(`visit:cell.${cell}` as 'visit:cell.label')
}

type Common = {
  readonly form: FormState | undefined
  readonly cells: Readonly<Record<string, string>>
}

const CELLS: Readonly<Record<RowKind, readonly string[]>> = {
  counters: ['label', 'price', 'minutes', 'usual', 'max'],
  tiers: ['label', 'factor', 'about'],
  extras: ['label', 'price', 'minutes'],
}

const COLUMNS: Readonly<Record<RowKind, string>> = {
  counters:
    'grid-cols-[minmax(0,2.2fr)_repeat(4,minmax(0,1fr))] max-lg:grid-cols-2 max-lg:*:first:col-span-full',
  tiers: 'grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,3fr)] max-lg:grid-cols-1',
  extras:
    'grid-cols-[minmax(0,3fr)_minmax(0,1fr)_minmax(0,1fr)] max-lg:grid-cols-2 max-lg:*:first:col-span-full',
}

function RowFields({ kind, form, cells }: Common & { readonly kind: RowKind }) {
  const { t } = useLanguage()
  const label = useCellLabel()
  const rowCount = Number(form?.values[kind] ?? cells[kind] ?? 0)
  const count = Math.min(MAX_ROWS, Math.max(1, rowCount))
  return (
    <fieldset className={PART}>
      <legend className="float-start w-full text-xl leading-tight font-semibold tracking-tight">
        {t(`visit:${kind}`)}
      </legend>
      <p className="hint clear-both mt-2 mb-5">{t(`visit:${kind}.hint`)}</p>
      <input type="hidden" name={kind} value={count} />
      <ol>
        {Array.from({ length: count }, (_, row) => (
          <li key={row} className={`${CELL_GRID} border-t border-line pt-4 ${COLUMNS[kind]}`}>
            {CELLS[kind].map((cell) => (
              <Cell
                key={cell}
                form={form}
                cells={cells}
                name={`${kind}-${row}-${cell}`}
                label={label(cell)}
                text={cell === 'label' || cell === 'about'}
                money={cell === 'price'}
              />
            ))}
          </li>
        ))}
      </ol>
      {count < MAX_ROWS ? (
        <button className="ghost" name="act" value={`more-${kind}`} formNoValidate>
          {t(`visit:${kind}.more`)}
        </button>
      ) : null}
    </fieldset>
  )
}

type CellProps = Common & {
  readonly name: string
  readonly label: string
  readonly text?: boolean
  readonly money?: boolean
}

function Cell({ form, cells, name, label, text, money }: CellProps) {
  return (
    <TextField
      form={form}
      name={name}
      label={label}
      value={cells[name]}
      inputMode={text ? undefined : money ? 'decimal' : 'numeric'}
      optional="quietly"
    />
  )
}
