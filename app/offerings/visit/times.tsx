import { dateFormat } from '#app/kernel/formats.ts'
import { writeMoment } from '#app/ui/figures.tsx'
import { useSentence } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useCoOp } from '#app/ui/site.tsx'

type ShownDay = {
  readonly date: string
  readonly slots: readonly { readonly start: string; readonly open: boolean }[]
}

/** The days that are shown from one on, and the ways to others. */
export type ShownTimes = {
  readonly from: string
  readonly days: readonly ShownDay[]
  readonly earlier: string | null
  readonly later: string
}

type Props = Omit<ShownTimes, 'from'> & {
  /** The time that is chosen; it may be on another day than those shown. */
  readonly chosen: string
  /** The time is held from here on, until it is paid. */
  readonly holds?: boolean
  /** What is wrong with the time that is chosen. */
  readonly error?: string | undefined
}

/** The times to choose from: a column a day, a row a day on a phone; what is taken is struck through and can be read. */
export function Times({ days, chosen, holds, error, earlier, later }: Props) {
  const { t, formatLocale } = useLanguage()
  const { timeZone, country } = useCoOp()
  const sentence = useSentence()
  const elsewhere =
    chosen !== '' && !days.some(({ slots }) => slots.some(({ start }) => start === chosen))
  return (
    <fieldset id="slot" className={error ? 'field bad' : undefined}>
      <legend>
        <h2>{t('orders:when')}</h2>
        <span className="hint">
          {t('visit:when.zone', {
            place: t(`founding:country.${country}` as 'founding:country.EG'),
          })}
          {holds ? ` ${t('visit:when.hold')}` : null}
        </span>
      </legend>
      {error ? <p className="err">{sentence(error)}</p> : null}
      {elsewhere ? (
        <div className="often">
          <p>{t('visit:when.chosen')}</p>
          <label className="slot">
            <input type="radio" name="slot" value={chosen} defaultChecked />
            <span>{writeMoment(chosen, 'full', { locale: formatLocale, timeZone })}</span>
          </label>
        </div>
      ) : null}
      <div className="scroll" tabIndex={0} role="group" aria-label={t('orders:when')}>
        <div className="slots">
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
        <button className="ghost" name="from" value={later}>
          {t('visit:when.later')}
        </button>
      </p>
    </fieldset>
  )
}

/** The times of one day. */
function Day({ date, slots, chosen }: ShownDay & { readonly chosen: string }) {
  const { t, formatLocale } = useLanguage()
  const { timeZone } = useCoOp()
  const part = (asked: Intl.DateTimeFormatOptions) =>
    dateFormat(formatLocale, { ...asked, timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`))
  const time = (start: string) => writeMoment(start, 'time', { locale: formatLocale, timeZone })
  return (
    <div className="day">
      <p>
        <span>{part({ weekday: 'short' })}</span>{' '}
        <span>{part({ day: 'numeric', month: 'short' })}</span>
      </p>
      <div className="times">
        {slots.length === 0 ? (
          <span className="slot none text-sm">{t('visit:when.none')}</span>
        ) : null}
        {slots.map(({ start, open }) =>
          open ? (
            <label className="slot" key={start}>
              <input type="radio" name="slot" value={start} defaultChecked={start === chosen} />
              <span>{time(start)}</span>
            </label>
          ) : (
            <span className="slot off" key={start}>
              <s>{time(start)}</s>
              <span className="sr-only"> {t('visit:when.taken')}</span>
            </span>
          ),
        )}
      </div>
    </div>
  )
}
