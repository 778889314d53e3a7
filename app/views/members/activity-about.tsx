import type { aboutOf } from '#app/rules/federation/activity-about.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { useLanguage } from '#app/ui/language.tsx'

/** What an act of a co-op's log was about, after its sentence; a reason stands by itself, in the words of who gave it. */
export function About({ about, prices, page, reason }: ReturnType<typeof aboutOf>) {
  const { t, formatLocale } = useLanguage()
  const amount = (minor: string, currency: string) => writeMoney({ minor, currency }, formatLocale)
  return (
    <>
      {page || about ? (
        <>
          {' '}
          <bdi className="muted sm">{page ? t(`federation:door.page.${page}`) : about}</bdi>
        </>
      ) : null}
      {prices ? (
        <span className="muted sm">
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
