import { useLanguage } from '#app/ui/language.tsx'

const STEPS = ['price', 'details', 'check', 'pay'] as const

/** Where a customer is on the way to a booking. */
export function Steps({ now }: { readonly now: (typeof STEPS)[number] }) {
  const { t } = useLanguage()
  return (
    <nav className="steps" aria-label={t('shop:steps')}>
      <ol>
        {STEPS.map((step) => (
          <li key={step} aria-current={step === now ? 'step' : undefined}>
            {t(`shop:step.${step}`)}
          </li>
        ))}
      </ol>
    </nav>
  )
}
