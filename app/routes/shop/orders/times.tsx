import { dateFormat } from '#app/kernel/formats.ts'
import { writeMoment } from '#app/ui/figures.tsx'
import { useSentence } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useCoOp } from '#app/ui/site.tsx'

export type ShownDay = {
  readonly date: string
  readonly slots: readonly { readonly start: string; readonly open: boolean }[]
}

type Props = {
  readonly days: readonly ShownDay[]
  /** The time that is chosen; it may be on another day than those shown. */
  readonly chosen: string
  /** The time is held from here on, until it is paid. */
  readonly holds?: boolean
  /** What is wrong with the time that is chosen. */
  readonly error?: string | undefined
  readonly earlier: string | null
  readonly later: string
}

/** The times to choose from: a column a day, a row a day on a phone; what is taken is struck through and can be read. */
export function Times({ days, chosen, holds, error, earlier, later }: Props) {
  const { t, formatLocale } = useLanguage()
  const { timeZone, country } = useCoOp()
  const part = (date: string, asked: Intl.DateTimeFormatOptions) =>
    dateFormat(formatLocale, { ...asked, timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`))
  const sentence = useSentence()
  const elsewhere =
    chosen !== '' && !days.some(({ slots }) => slots.some(({ start }) => start === chosen))
  const time = (start: string) => writeMoment(start, 'time', { locale: formatLocale, timeZone })
  return (
    <fieldset id="slot" className={error ? 'field bad' : undefined}>
      <legend>
        <h2>{t('orders:when')}</h2>
        <span className="hint">
          {t('orders:when.zone', {
            place: t(`founding:country.${country}` as 'founding:country.EG'),
          })}
          {holds ? ` ${t('orders:when.hold')}` : null}
        </span>
      </legend>
      {error ? <p className="err">{sentence(error)}</p> : null}
      {elsewhere ? (
        <div className="often">
          <p>{t('orders:when.chosen')}</p>
          <label className="slot">
            <input type="radio" name="slot" value={chosen} defaultChecked />
            <span>{writeMoment(chosen, 'full', { locale: formatLocale, timeZone })}</span>
          </label>
        </div>
      ) : null}
      <div className="scroll" tabIndex={0} role="group" aria-label={t('orders:when')}>
        <div className="slots">
          {days.map(({ date, slots }) => (
            <div className="day" key={date}>
              <p>
                <span>{part(date, { weekday: 'short' })}</span>{' '}
                <span>{part(date, { day: 'numeric', month: 'short' })}</span>
              </p>
              <div className="times">
                {slots.length === 0 ? (
                  <span className="slot none sm">{t('orders:when.none')}</span>
                ) : null}
                {slots.map(({ start, open }) =>
                  open ? (
                    <label className="slot" key={start}>
                      <input
                        type="radio"
                        name="slot"
                        value={start}
                        defaultChecked={start === chosen}
                      />
                      <span>{time(start)}</span>
                    </label>
                  ) : (
                    <span className="slot off" key={start}>
                      <s>{time(start)}</s>
                      <span className="vh"> {t('orders:when.taken')}</span>
                    </span>
                  ),
                )}
              </div>
            </div>
          ))}
        </div>
      </div>
      <p className="row-acts">
        {earlier ? (
          <button className="ghost" name="from" value={earlier}>
            {t('orders:when.earlier')}
          </button>
        ) : null}
        <button className="ghost" name="from" value={later}>
          {t('orders:when.later')}
        </button>
      </p>
    </fieldset>
  )
}
