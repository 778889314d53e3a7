import { readDay } from '#app/kernel/dates.ts'
import { dateFormat } from '#app/kernel/formats.ts'
import { writeMoment } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { FieldGroup } from './field-group.tsx'

type ShownDay = {
  readonly date: string
  readonly slots: readonly { readonly start: string; readonly open: boolean }[]
}

/** The days that are shown, the first of them, and the first days before and after. */
export type ShownTimes = {
  readonly from: string
  readonly days: readonly ShownDay[]
  readonly earlier: string | null
  /** Null when no later day can be booked yet. */
  readonly later: string | null
}

type Props = Omit<ShownTimes, 'from'> & {
  /** The chosen time. It may be on a day that is not shown. */
  readonly chosen: string
  /** Whether the time is held from this choice until payment. */
  readonly holds?: boolean
  /** The error of the chosen time. */
  readonly error?: string | undefined
}

/**
 * Shows the times to choose from: a column for each day, or a row on a phone. A taken time is struck through and can be
 * read.
 */
export function Times({ days, chosen, holds, error, earlier, later }: Props) {
  const { t, formatLocale } = useLanguage()
  const { timeZone, country } = useCoOp()
  const onHiddenDay =
    chosen !== '' && !days.some(({ slots }) => slots.some(({ start }) => start === chosen))
  return (
    <FieldGroup
      id="slot"
      title={t('orders:when')}
      error={error}
      hint={
        <span className="hint">
          {t('visit:when.zone', {
            place: t(`founding:country.${country}` as 'founding:country.EG'),
          })}
          {holds ? ` ${t('visit:when.hold')}` : null}
        </span>
      }
    >
      {onHiddenDay ? (
        <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 p-1">
          <p>{t('visit:when.chosen')}</p>
          <label className="slot px-5">
            <input type="radio" name="slot" value={chosen} defaultChecked />
            <span>{writeMoment(chosen, 'full', { locale: formatLocale, timeZone })}</span>
          </label>
        </div>
      ) : null}
      <div className="scroll" tabIndex={0} role="group" aria-label={t('orders:when')}>
        <div className="grid min-w-[32rem] grid-cols-[repeat(5,minmax(6rem,1fr))] gap-2 p-1 max-sm:min-w-0 max-sm:grid-cols-1">
          {days.map((day) => (
            <Day key={day.date} {...day} chosen={chosen} />
          ))}
        </div>
      </div>
      <p className="row-acts">
        {earlier ? (
          <button className="ghost" name="from" value={earlier}>
            {t('visit:when.earlier')}
          </button>
        ) : null}
        {later ? (
          <button className="ghost" name="from" value={later}>
            {t('visit:when.later')}
          </button>
        ) : (
          <span className="hint">{t('visit:when.last')}</span>
        )}
      </p>
    </FieldGroup>
  )
}

/** Shows the times of one day. */
function Day({ date, slots, chosen }: ShownDay & { readonly chosen: string }) {
  const { t, formatLocale } = useLanguage()
  const { timeZone } = useCoOp()
  const formatDate = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(formatLocale, { ...options, timeZone: 'UTC' }).format(
      readDay(date)?.toZonedDateTime('UTC').epochMilliseconds ?? 0,
    )
  const time = (start: string) => writeMoment(start, 'time', { locale: formatLocale, timeZone })
  return (
    <div className="grid content-start gap-2 max-sm:grid-cols-[4.5rem_minmax(0,1fr)] max-sm:border-b max-sm:border-line max-sm:py-3 max-sm:last:border-0">
      <p className="text-center text-sm font-semibold max-sm:grid max-sm:h-12 max-sm:content-center max-sm:text-start max-sm:leading-[1.3]">
        <span className="whitespace-nowrap">{formatDate({ weekday: 'short' })}</span>{' '}
        <span className="whitespace-nowrap max-sm:font-normal max-sm:text-muted">
          {formatDate({ day: 'numeric', month: 'short' })}
        </span>
      </p>
      <div className="grid content-start gap-2 max-sm:grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))]">
        {slots.length === 0 ? (
          <span className="slot off text-center text-sm leading-[1.3] max-sm:col-span-full max-sm:justify-items-start max-sm:bg-transparent max-sm:px-1">
            {t('visit:when.none')}
          </span>
        ) : null}
        {slots.map(({ start, open }) =>
          open ? (
            <label className="slot whitespace-nowrap max-sm:px-1" key={start}>
              <input type="radio" name="slot" value={start} defaultChecked={start === chosen} />
              <span>{time(start)}</span>
            </label>
          ) : (
            <span className="slot off whitespace-nowrap max-sm:px-1" key={start}>
              <s>{time(start)}</s>
              <span className="sr-only"> {t('visit:when.taken')}</span>
            </span>
          ),
        )}
      </div>
    </div>
  )
}
