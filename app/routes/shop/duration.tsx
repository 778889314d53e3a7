import { useLanguage } from '#app/ui/language.tsx'

/** How long a visit takes, and how many come: "3 h, two people". */
export function Duration({ minutes, team }: { readonly minutes: number; readonly team: number }) {
  const { t } = useLanguage()
  return (
    <>
      {t('shop:duration', {
        time: useHours()(minutes),
        people: t('shop:people.count', { count: team }),
      })}
    </>
  )
}

/** Writes minutes as hours and minutes in the reader's words. */
export function useHours(): (minutes: number) => string {
  const { t } = useLanguage()
  return (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    if (hours === 0) return t('shop:minutes', { count: rest })
    return rest === 0
      ? t('shop:hours', { count: hours })
      : t('shop:hours-minutes', { hours, minutes: rest })
  }
}
