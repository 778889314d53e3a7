import { useLanguage } from '#app/ui/language.tsx'

/** How many come, and for how long: "Two people come for about 3 h". */
export function Duration({ minutes, team }: { readonly minutes: number; readonly team: number }) {
  return <>{useStay()(minutes, team)}</>
}

/** Writes how many come, and for how long. */
export function useStay(): (minutes: number, team: number) => string {
  const { t } = useLanguage()
  const hours = useHours()
  return (minutes, team) => t('offerings:stay', { count: team, time: hours(minutes) })
}

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
