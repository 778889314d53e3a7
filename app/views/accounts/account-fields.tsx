import { type FormState, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'

type Fields = { readonly form: FormState | undefined }

/**
 * The fields of a new account; `name` is the field's name for the person's name, and `email` is the address that an
 * invitation went to.
 */
export function NewAccountFields({
  form,
  name = 'name',
  email,
}: Fields & { readonly name?: string; readonly email?: string }) {
  const { t } = useLanguage()
  return (
    <>
      <TextField form={form} name={name} label={t('orders:name')} autoComplete="name" />
      <AccountEmailField form={form} value={email} />
      <NewPasswordField form={form} label={t('accounts:password')} />
    </>
  )
}

/** The e-mail address of an account; `value` is the address that is already known. */
export function AccountEmailField({
  form,
  value,
}: Fields & { readonly value?: string | undefined }) {
  const { t } = useLanguage()
  return (
    <TextField
      form={form}
      name="email"
      type="email"
      label={t('accounts:email')}
      value={value}
      autoComplete="username"
    />
  )
}

/** The field for a new password. */
export function NewPasswordField({ form, label }: Fields & { readonly label: string }) {
  const { t } = useLanguage()
  return (
    <TextField
      form={form}
      name="password"
      type="password"
      label={label}
      hint={t('accounts:password.hint')}
      autoComplete="new-password"
    />
  )
}
