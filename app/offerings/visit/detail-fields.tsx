import { type FormState, TextArea, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'

type Props = {
  readonly form: FormState | undefined
  readonly known: Readonly<Record<string, string | undefined>>
}

/** Returns the labels of the fields, in the order in which they are asked and shown again. */
export function useVisitDetailLabels() {
  const { t } = useLanguage()
  return {
    line1: t('visit:line1'),
    line2: t('visit:line2'),
    city: t('orders:city'),
    postcode: t('visit:postcode'),
    notes: t('visit:notes'),
  }
}

/** The fields for the address of the work and for notes. */
export function VisitDetailFields({ form, known }: Props) {
  const { t } = useLanguage()
  return (
    <>
      <h2 className="text-xl">{t('visit:details.where')}</h2>
      <TextField
        form={form}
        name="line1"
        value={known['line1']}
        label={t('visit:line1')}
        autoComplete="address-line1"
      />
      <TextField
        form={form}
        name="line2"
        value={known['line2']}
        label={t('visit:line2')}
        autoComplete="address-line2"
        optional
      />
      <div className="grid2">
        <TextField
          form={form}
          name="city"
          label={t('orders:city')}
          autoComplete="address-level2"
          value={known['city']}
        />
        <TextField
          form={form}
          name="postcode"
          value={known['postcode']}
          label={t('visit:postcode')}
          autoComplete="postal-code"
        />
      </div>
      <TextArea
        form={form}
        name="notes"
        value={known['notes']}
        label={t('visit:notes')}
        hint={t('visit:notes.hint')}
        optional
      />
    </>
  )
}
