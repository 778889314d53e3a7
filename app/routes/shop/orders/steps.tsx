import { numberFormat } from '#app/kernel/formats.ts'
import { useLanguage } from '#app/ui/language.tsx'

const STEPS = ['price', 'details', 'check', 'pay'] as const

/** Where a customer is on the way to a booking. */
export function Steps({ now }: { readonly now: (typeof STEPS)[number] }) {
  const { t, formatLocale } = useLanguage()
  return (
    <nav className="steps" aria-label={t('orders:steps')}>
      <ol>
        {STEPS.map((step, index) => (
          <li key={step} aria-current={step === now ? 'step' : undefined}>
            <b>{numberFormat(formatLocale).format(index + 1)}</b> {t(`orders:step.${step}`)}
          </li>
        ))}
      </ol>
    </nav>
  )
}
