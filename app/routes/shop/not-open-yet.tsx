import { useLanguage } from '#app/ui/language.tsx'
import { Note } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'

/** Says plainly, before anything is chosen, that a co-op whose charter is not ratified takes no bookings yet. */
export function NotOpenYet() {
  const { t } = useLanguage()
  const { founding, name } = useCoOp()
  if (!founding) return null
  return (
    <Note>
      <p>
        <b>{t('shop:not-open', { name })}</b>
      </p>
      <p>{t('shop:not-open.what')}</p>
    </Note>
  )
}
