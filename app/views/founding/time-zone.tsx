import { TIME_ZONES } from '#app/kernel/time-zones.ts'
import { type FormState, SelectField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'

/** By which clock a co-op keeps its hours. Without one already, the country's usual one stands first. */
export function TimeZoneField({
  form,
  now,
  chosen = '',
}: {
  readonly form: FormState | undefined
  /** The zone it has; it has none while it is being founded. */
  readonly now?: string
  readonly chosen?: string
}) {
  const { t } = useLanguage()
  const usual = [{ value: '', label: t('founding:timeZone.usual') }]
  return (
    <SelectField
      form={form}
      name="timeZone"
      label={t('founding:timeZone')}
      hint={t(now ? 'founding:brand.timeZone.hint' : 'founding:timeZone.hint')}
      value={now ?? chosen}
      options={[...(now ? [] : usual), ...TIME_ZONES.map((name) => ({ value: name, label: name }))]}
    />
  )
}
