import type { ReactNode } from 'react'
import { Field, type FormState } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'

/** The current logo with its actions, or a sentence when there is none. */
export function LogoNow({
  src,
  children,
}: {
  readonly src: string | null
  readonly children: ReactNode
}) {
  const { t } = useLanguage()
  if (!src) return <p className="text-muted">{t('storefront:brand.logo.none')}</p>
  return (
    <p className="row-acts m-0">
      <img src={src} alt="" height={64} className="h-16 w-auto max-w-48 object-contain" />
      {children}
    </p>
  )
}

/** The field to upload a logo. */
export function LogoField({
  form,
  optional,
}: {
  readonly form: FormState | undefined
  readonly optional?: boolean
}) {
  const { t } = useLanguage()
  const wrong = form?.errors['logo'] !== undefined
  return (
    <Field
      form={form}
      name="logo"
      label={t('storefront:brand.logo.file')}
      hint={t('storefront:brand.logo.hint')}
      optional={optional}
    >
      <input
        id="logo"
        name="logo"
        type="file"
        accept="image/jpeg,image/png,image/webp,image/avif"
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? 'logo-hint logo-error' : 'logo-hint'}
        required={!optional}
      />
    </Field>
  )
}
