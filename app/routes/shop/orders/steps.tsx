import { numberFormat } from '#app/kernel/formats.ts'
import { useLanguage } from '#app/ui/language.tsx'

const STEPS = ['price', 'details', 'check', 'pay'] as const

/** The steps to a booking, with the current one. */
export function Steps({ now }: { readonly now: (typeof STEPS)[number] }) {
  const { t, formatLocale } = useLanguage()
  return (
    <nav aria-label={t('orders:steps')}>
      <ol className="flex flex-wrap gap-x-8 gap-y-2 pt-8 pb-3 text-sm text-muted">
        {STEPS.map((step, index) => (
          <li
            className="aria-[current=step]:font-semibold aria-[current=step]:text-ink aria-[current=step]:shadow-[0_3px_0_var(--color-saffron)]"
            key={step}
            aria-current={step === now ? 'step' : undefined}
          >
            <b>{numberFormat(formatLocale).format(index + 1)}</b> {t(`orders:step.${step}`)}
          </li>
        ))}
      </ol>
    </nav>
  )
}
