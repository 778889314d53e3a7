import type { ReactNode } from 'react'
import { viewOf } from '#app/offerings/views.tsx'
import { type FormState, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'

type Props = {
  readonly kind: string
  readonly form: FormState | undefined
  readonly guest: boolean
  /** The details that are known already: those typed before, or those of the account. */
  readonly known: Readonly<Record<string, string | undefined>>
  /** The buttons below the last field. */
  readonly children: ReactNode
}

/** The fields about the customer, and those of the kind of offering. */
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

/** Returns the labels of the customer's details, in the order in which a form asks for them and a page repeats them. */
export function useDetailLabels(kind: string): Readonly<Record<string, string>> {
  const { t } = useLanguage()
  const buyer = { name: t('orders:name'), email: t('orders:email'), phone: t('orders:phone') }
  return { ...buyer, ...viewOf(kind).useDetailLabels() }
}

/** The details, repeated so that the customer can check them before paying. */
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
