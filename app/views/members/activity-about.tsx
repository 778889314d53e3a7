import type { activityDetail } from '#app/rules/federation/activity-about.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { useLanguage } from '#app/ui/language.tsx'

/** What an activity was about, shown after its sentence. A reason is shown in the words of the person who gave it. */
export function About({ about, prices, page, reason }: ReturnType<typeof activityDetail>) {
  const { t, formatLocale } = useLanguage()
  const amount = (minor: string, currency: string) => writeMoney({ minor, currency }, formatLocale)
  return (
    <>
      {page || about ? (
        <>
          {' '}
          <bdi className="text-muted text-sm">
            {page ? t(`federation:door.page.${page}`) : about}
          </bdi>
        </>
      ) : null}
      {prices ? (
        <span className="text-muted text-sm">
          {' · '}
          {t('members:price.from-to', {
            from: amount(prices.from, prices.currency),
            to: amount(prices.to, prices.currency),
          })}
        </span>
      ) : null}
      {reason ? (
        <q className="reason" dir="auto">
          {reason}
        </q>
      ) : null}
    </>
  )
}
