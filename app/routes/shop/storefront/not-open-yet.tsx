import { useLanguage } from '#app/ui/language.tsx'
import { Note } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'

/**
 * Tells a customer, before they choose anything, that nothing can be booked: the co-op's charter is not ratified yet,
 * or the listing is a sample, which no member has approved.
 */
export function NotOpenYet({ sample = false }: { readonly sample?: boolean }) {
  const { t } = useLanguage()
  const { founding, name } = useCoOp()
  if (!founding)
    return sample ? (
      <Note>
        <p>{t('storefront:sample')}</p>
      </Note>
    ) : null
  return (
    <Note>
      <p>
        <b>{t('storefront:not-open', { name })}</b>
      </p>
      <p>{t('storefront:not-open.what')}</p>
    </Note>
  )
}
