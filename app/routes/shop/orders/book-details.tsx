import type { ReactNode } from 'react'
import { type FormState, TextArea, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { DETAILS } from './details.ts'

type Props = {
  readonly form: FormState | undefined
  readonly guest: boolean
  /** What is known of the customer already: what they typed before, or their account. */
  readonly known: Readonly<Partial<Record<(typeof DETAILS)[number], string | undefined>>>
  /** Where it goes on from here: below the last field. */
  readonly children: ReactNode
}

/** Who books, and where the work is. */
export function Details({ form, guest, known, children }: Props) {
  const { t } = useLanguage()
  return (
    <div>
      <h2>{t('orders:details.who')}</h2>
      {guest ? (
        <p className="row-acts">
          <button className="ghost" name="step" value="sign-in" formNoValidate>
            {t('accounts:have-account')}
          </button>
        </p>
      ) : null}
      <TextField
        form={form}
        name="name"
        label={t('orders:name')}
        autoComplete="name"
        value={known.name}
      />
      <TextField
        form={form}
        name="email"
        label={t('orders:email')}
        hint={t('orders:email.hint')}
        type="email"
        autoComplete="email"
        value={known.email}
      />
      <TextField
        form={form}
        name="phone"
        value={known.phone}
        label={t('orders:phone')}
        type="tel"
        autoComplete="tel"
        optional
        ltr
      />
      <h2>{t('orders:details.where')}</h2>
      <TextField
        form={form}
        name="line1"
        value={known.line1}
        label={t('orders:line1')}
        autoComplete="address-line1"
      />
      <TextField
        form={form}
        name="line2"
        value={known.line2}
        label={t('orders:line2')}
        autoComplete="address-line2"
        optional
      />
      <div className="grid2">
        <TextField
          form={form}
          name="city"
          label={t('orders:city')}
          autoComplete="address-level2"
          value={known.city}
        />
        <TextField
          form={form}
          name="postcode"
          value={known.postcode}
          label={t('orders:postcode')}
          autoComplete="postal-code"
        />
      </div>
      <TextArea
        form={form}
        name="notes"
        value={known.notes}
        label={t('orders:notes')}
        hint={t('orders:notes.hint')}
        optional
      />
      {children}
    </div>
  )
}

/** What was written, to be read once more before it is paid. */
export function Checked({
  values,
  when,
}: {
  readonly values: Record<string, string>
  readonly when: string
}) {
  const { t } = useLanguage()
  return (
    <dl className="facts">
      <div>
        <dt>{t('orders:when')}</dt>
        <dd>{when}</dd>
      </div>
      {DETAILS.map((name) => (
        <div key={name}>
          <dt>{t(`orders:${name}`)}</dt>
          <dd dir="auto">
            {values[name] || '–'}
            <input type="hidden" name={name} value={values[name] ?? ''} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
