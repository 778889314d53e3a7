import { useLanguage } from '#app/ui/language.tsx'
import { Note } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'

/**
 * Says plainly, before anything is chosen, what takes no bookings: a co-op whose charter is not ratified yet, and a
 * sample, whose price and words nobody of the co-op has stood by.
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
