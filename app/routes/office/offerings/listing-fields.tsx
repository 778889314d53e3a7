import type { VisitFields } from '#app/domains/offerings/kinds/visit.ts'
import { isolated } from '#app/kernel/isolated.ts'
import { useSaveWord, VersionField } from '#app/ui/edit-conflict.tsx'
import { type FormState, SubmitButton, TextArea, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { cellsOf, MOST_ROWS, NEW_VISIT, type Rows } from './listing-rows.ts'

type Listing = {
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly fields: VisitFields
  readonly version: number
}

/** The form a listing is written with. Every part of its price is a row; a row without a name goes. */
export function ListingFields({
  form,
  listing,
}: {
  readonly form: FormState | undefined
  readonly listing: Listing | null
}) {
  const { t } = useLanguage()
  const { currency } = useCoOp()
  const cells = cellsOf(listing?.fields ?? NEW_VISIT, currency)
  const common = { form, cells }
  const save = useSaveWord(form, t(listing ? 'offerings:save' : 'offerings:add'))
  return (
    <form method="post" id="edit">
      <VersionField form={form} now={listing?.version} />
      <button hidden name="act" value="save" aria-hidden="true" tabIndex={-1} />
      <TextField form={form} name="title" label={t('offerings:title')} value={listing?.title} />
      <TextField
        form={form}
        name="summary"
        label={t('offerings:summary')}
        hint={t('offerings:summary.hint')}
        value={listing?.summary}
      />
      <TextArea
        form={form}
        name="body"
        label={t('offerings:body')}
        value={listing?.body}
        rows={5}
        optional
      />
      <section>
        <h2>{t('offerings:always')}</h2>
        <div className="cells">
          <Cell {...common} name="basePrice" label={t('offerings:price', { currency })} money />
          <Cell {...common} name="baseMinutes" label={t('offerings:minutes')} />
          <Cell {...common} name="teamSize" label={t('offerings:team')} />
        </div>
      </section>
      <RowsOf {...common} kind="counters" />
      <RowsOf {...common} kind="tiers" />
      <RowsOf {...common} kind="extras" />
      <p className="row-acts">
        <SubmitButton name="act" value="save">
          {save}
        </SubmitButton>
        <button className="ghost" name="act" value="try">
          {t('offerings:try')}
        </button>
      </p>
    </form>
  )
}

/** What each field of the form is called; a cell goes by the name of its row as well. */
export function useListingLabels(form: FormState | undefined): Readonly<Record<string, string>> {
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
    const both = form?.conflict?.fields.find((field) => field.name === `${row}-label`)
    const said = both ? both.typed || both.now : (form?.values[`${row}-label`] ?? '')
    const named = said.slice(0, 60)
    return [
      [name, t('offerings:cell.of', { row: isolated(named), cell: cellLabel(cell) })] as const,
    ]
  })
  return {
    ...Object.fromEntries(cells),
    title: t('offerings:title'),
    summary: t('offerings:summary'),
    body: t('offerings:body'),
    basePrice: t('offerings:price', { currency }),
    baseMinutes: t('offerings:minutes'),
    teamSize: t('offerings:team'),
  }
}

function useCellLabel() {
  const { t } = useLanguage()
  const { currency } = useCoOp()
  return (cell: string) =>
    cell === 'price'
      ? t('offerings:price', { currency })
      : t(`offerings:cell.${cell}` as 'offerings:cell.label')
}

type Common = {
  readonly form: FormState | undefined
  readonly cells: Readonly<Record<string, string>>
}

const CELLS: Readonly<Record<Rows, readonly string[]>> = {
  counters: ['label', 'price', 'minutes', 'usual', 'max'],
  tiers: ['label', 'factor', 'about'],
  extras: ['label', 'price', 'minutes'],
}

function RowsOf({ kind, form, cells }: Common & { readonly kind: Rows }) {
  const { t } = useLanguage()
  const label = useCellLabel()
  const known = Number(form?.values[kind] ?? cells[kind] ?? 0)
  const count = Math.min(MOST_ROWS, Math.max(1, known))
  return (
    <fieldset className={`lines of-${kind}`}>
      <legend>{t(`offerings:${kind}`)}</legend>
      <p className="hint">{t(`offerings:${kind}.hint`)}</p>
      <input type="hidden" name={kind} value={count} />
      <ol>
        {Array.from({ length: count }, (_, row) => (
          <li key={row} className="cells">
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
      {count < MOST_ROWS ? (
        <button className="ghost" name="act" value={`more-${kind}`} formNoValidate>
          {t(`offerings:${kind}.more`)}
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
