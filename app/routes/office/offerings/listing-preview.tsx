import { writeMoney } from '#app/kernel/write-money.ts'
import { MoneyText } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { SplitBar, SplitKey } from '#app/views/books/split-bar.tsx'
import { splitPartsOf } from '#app/views/books/split-parts.ts'
import { useHours } from '#app/views/offerings/hours.tsx'
import type { Usual } from './listing.server.ts'

type State = 'draft' | 'published' | 'withdrawn'

const BOX = 'grid gap-3 rounded border-[1.5px] border-line-strong p-6'
const TAG = 'tag items-baseline whitespace-normal'

/** The price and the pay of the usual choice. */
export function Preview({
  usual,
  floorMinor,
  state,
}: {
  readonly usual: Usual | null
  readonly floorMinor: number
  readonly state: State | null
}) {
  const { t, formatLocale } = useLanguage()
  const { currency } = useCoOp()
  const hours = useHours()
  const list = new Intl.ListFormat(formatLocale, { type: 'conjunction' })
  if (!usual)
    return (
      <section className={BOX}>
        <h2 className="text-xl">{t('offerings:usual')}</h2>
        <p className="text-muted">{t('offerings:usual.none')}</p>
      </section>
    )
  const amount = (minor: bigint | number) => writeMoney({ minor, currency }, formatLocale)
  const splitParts = splitPartsOf(usual.shared, t, t('storefront:who.workers'))
  const short = usual.hourly !== null && usual.hourly < BigInt(floorMinor)
  const thin = usual.least && usual.least.hourly < BigInt(floorMinor)
  return (
    <section className={BOX} aria-live="polite">
      <h2 className="text-xl">{t('offerings:usual')}</h2>
      {state ? (
        <p>
          <span className={`${TAG} ${state === 'published' ? 'ok' : 'info'}`}>
            {t(`offerings:listings.${state}`)}
          </span>
        </p>
      ) : null}
      <p className="bignum mt-2">
        <MoneyText minor={usual.total} currency={currency} />
      </p>
      {usual.workMinutes === null ? null : (
        <p className="text-muted">
          {t('offerings:usual.time', { time: hours(usual.workMinutes) })}
        </p>
      )}
      <SplitBar
        splitParts={splitParts}
        caption={t('storefront:to-workers', { amount: amount(usual.shared.workers) })}
      />
      <SplitKey splitParts={splitParts} currency={currency} small />
      {usual.hourly === null ? null : (
        <p className={`${TAG} ${short ? 'bad' : 'ok'}`}>
          {t(short ? 'offerings:hourly.short' : 'offerings:hourly', {
            amount: amount(usual.hourly),
            floor: amount(floorMinor),
          })}
        </p>
      )}
      {usual.least && usual.hourly !== null && usual.least.hourly < usual.hourly ? (
        <p className={thin ? `${TAG} bad` : 'text-sm text-muted'}>
          {t('offerings:least', {
            amount: amount(usual.least.hourly),
            what: list.format(
              usual.least.chosen.map(({ label, quantity }) =>
                quantity > 1 ? t('storefront:times', { count: quantity, what: label }) : label,
              ),
            ),
          })}
        </p>
      ) : null}
    </section>
  )
}
