import type { ReactNode } from 'react'
import { viewOf } from '#app/offerings/views.tsx'
import { type FormState, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'

type Props = {
  readonly kind: string
  readonly form: FormState | undefined
  readonly guest: boolean
  /** What is known of the customer already: what they typed before, or their account. */
  readonly known: Readonly<Record<string, string | undefined>>
  /** Where it goes on from here: below the last field. */
  readonly children: ReactNode
}

/** Who books, and where the work is. */
export function Details({ kind, form, guest, known, children }: Props) {
  const { t } = useLanguage()
  const Own = viewOf(kind).Details
  return (
    <div>
      <h2 className="text-xl">{t('orders:details.who')}</h2>
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
        value={known['name']}
      />
      <TextField
        form={form}
        name="email"
        label={t('orders:email')}
        hint={t('orders:email.hint')}
        type="email"
        autoComplete="email"
        value={known['email']}
      />
      <TextField
        form={form}
        name="phone"
        value={known['phone']}
        label={t('orders:phone')}
        type="tel"
        autoComplete="tel"
        optional
        ltr
      />
      <Own form={form} known={known} />
      {children}
    </div>
  )
}

/** What each of the customer's details is called, in the order they are asked and read back. */
export function useDetailLabels(kind: string): Readonly<Record<string, string>> {
  const { t } = useLanguage()
  const buyer = { name: t('orders:name'), email: t('orders:email'), phone: t('orders:phone') }
  return { ...buyer, ...viewOf(kind).useDetailLabels() }
}

/** What was written, to be read once more before it is paid. */
export function Checked({
  kind,
  values,
  when,
}: {
  readonly kind: string
  readonly values: Record<string, string>
  readonly when: string
}) {
  const { t } = useLanguage()
  const labels = useDetailLabels(kind)
  return (
    <dl className="facts">
      {when ? (
        <div>
          <dt>{t('orders:when')}</dt>
          <dd>{when}</dd>
        </div>
      ) : null}
      {Object.entries(labels).map(([name, label]) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd dir="auto">
            {values[name] || '–'}
            <input type="hidden" name={name} value={values[name] ?? ''} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
