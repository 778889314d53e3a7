import { type FormState, TextField } from './form.tsx'
import { useLanguage } from './language.tsx'

type Fields = { readonly form: FormState | undefined }

/** What somebody new says of themselves; `name` is what the form calls their name, `email` the address they were written to. */
export function NewAccountFields({
  form,
  name = 'name',
  email,
}: Fields & { readonly name?: string; readonly email?: string }) {
  const { t } = useLanguage()
  return (
    <>
      <TextField form={form} name={name} label={t('shop:name')} autoComplete="name" />
      <TextField
        form={form}
        name="email"
        type="email"
        label={t('account:email')}
        value={email}
        autoComplete="username"
      />
      <NewPasswordField form={form} label={t('account:password')} />
    </>
  )
}

/** A password that is chosen now. */
export function NewPasswordField({ form, label }: Fields & { readonly label: string }) {
  const { t } = useLanguage()
  return (
    <TextField
      form={form}
      name="password"
      type="password"
      label={label}
      hint={t('account:password.hint')}
      autoComplete="new-password"
    />
  )
}
