import { useLanguage } from '#app/ui/language.tsx'

/** Writes minutes as hours and minutes in the reader's words. */
export function useHours(): (minutes: number) => string {
  const { t } = useLanguage()
  return (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    if (hours === 0) return t('offerings:shop.minutes', { count: rest })
    return rest === 0
      ? t('offerings:hours', { count: hours })
      : t('offerings:hours-minutes', { hours, minutes: rest })
  }
}
