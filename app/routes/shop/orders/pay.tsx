import { writeMoney } from '#app/kernel/write-money.ts'
import { SubmitButton } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useCoOp } from '#app/ui/site.tsx'

/** The button that pays what is due in advance, and the button that leads back to the details. */
export function Pay({ due }: { readonly due: bigint }) {
  const { t, formatLocale } = useLanguage()
  const { currency } = useCoOp()
  return (
    <>
      <SubmitButton name="step" value="pay">
        {t('orders:to-pay', { total: writeMoney({ minor: due, currency }, formatLocale) })}
      </SubmitButton>
      <SubmitButton name="step" value="edit" ghost>
        {t('orders:change-details')}
      </SubmitButton>
    </>
  )
}
