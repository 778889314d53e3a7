import { TIME_ZONES } from '#app/kernel/time-zones.ts'
import { type FormState, SelectField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'

/** The field for a co-op's time zone. A new co-op can choose the country's usual zone, which is the first option. */
export function TimeZoneField({
  form,
  now,
  chosen = '',
}: {
  readonly form: FormState | undefined
  /** The co-op's current zone; a co-op that is being founded has none. */
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
