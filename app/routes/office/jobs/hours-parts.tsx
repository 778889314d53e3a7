import { pathTo } from '#app/site-map/paths.ts'
import { useSaveWord, VersionField } from '#app/ui/edit-conflict.tsx'
import { Field, type FormState, SubmitButton, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { writeMoment } from '#app/ui/figures.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { writeDate, writeMinute, writeWeekday } from './hours-words.ts'

type Span = { readonly fromMinute: number; readonly untilMinute: number }
type WeekSpan = Span & { readonly weekday: number }

const clock = (minute: number | undefined) =>
  minute === undefined
    ? ''
    : `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** Returns the labels of the fields of the hours. An error in the times of a day has the name of the day. */
export function useHoursLabels() {
  const { t, formatLocale } = useLanguage()
  const days = WEEKDAYS.map((day) => [`d${day}-0-from`, writeWeekday(day, formatLocale)])
  return {
    ...(Object.fromEntries(days) as Record<string, string>),
    date: t('jobs:date'),
    kind: t('jobs:kind'),
    from: t('jobs:from'),
    until: t('jobs:until'),
    note: t('jobs:note'),
    works: t('jobs:works'),
  }
}

/** The form of the usual week: two spans of hours for each day, both empty on a day off. */
export function Week({
  form,
  page: { week, works, version },
}: {
  readonly form: FormState | undefined
  readonly page: {
    readonly week: readonly WeekSpan[]
    readonly works: boolean
    readonly version: number
  }
}) {
  const { t, formatLocale } = useLanguage()
  const save = useSaveWord(form, t('jobs:save'))
  const typed = form?.values['act'] === 'week' ? form.values['works'] === 'yes' : undefined
  return (
    <form method="post" id="edit">
      <VersionField form={form} now={version} />
      <h2>{t('jobs:week')}</h2>
      <p className="hint mt-2 mb-5">{t('jobs:week.hint')}</p>
      {WEEKDAYS.map((weekday) => {
        const spans = week.filter((span) => span.weekday === weekday)
        const day = writeWeekday(weekday, formatLocale)
        const error = form?.errors[`d${weekday}-0-from`]
        return (
          <fieldset
            key={weekday}
            className={`${error ? 'field bad' : 'field'} m-0 grid-cols-[6.5rem_repeat(2,minmax(0,1fr))] items-center gap-x-5 gap-y-2 border-b border-line py-2 max-sm:grid-cols-1`}
          >
            <legend className="col-1 float-start">{day}</legend>
            {error ? (
              <span className="err col-span-full row-2">{t(error as 'jobs:overlap')}</span>
            ) : null}
            {[0, 1].map((span) => (
              <span key={span} className="flex items-center gap-2">
                <Time
                  form={form}
                  name={`d${weekday}-${span}-from`}
                  value={clock(spans[span]?.fromMinute)}
                  label={t('jobs:from.of', { day })}
                />
                <span aria-hidden="true">–</span>
                <Time
                  form={form}
                  name={`d${weekday}-${span}-until`}
                  value={clock(spans[span]?.untilMinute)}
                  label={t('jobs:until.of', { day })}
                />
              </span>
            ))}
          </fieldset>
        )
      })}
      <label className="pick">
        <input
          type="checkbox"
          name="works"
          id="works"
          value="yes"
          defaultChecked={typed ?? works}
        />
        <b>{t('jobs:works')}</b>
      </label>
      <p className="hint mt-2 mb-5">{t('jobs:works.hint')}</p>
      <p className="row-acts">
        <SubmitButton name="act" value="week">
          {save}
        </SubmitButton>
      </p>
    </form>
  )
}

type TimeProps = {
  readonly form: FormState | undefined
  readonly name: string
  readonly value: string
  readonly label: string
}

function Time({ form, name, value, label }: TimeProps) {
  return (
    <input
      className="min-w-0 px-2 [&::-webkit-calendar-picker-indicator]:hidden"
      type="time"
      id={name}
      name={name}
      aria-label={label}
      defaultValue={form?.values[name] ?? value}
      step={900}
    />
  )
}

type Booked = {
  readonly order: string
  readonly item: string
  readonly title: string
  readonly start: string
}

type Exception = Span & {
  readonly id: string
  readonly date: string
  readonly kind: 'off' | 'extra'
  readonly note: string
  readonly booked: readonly Booked[]
}

/** The jobs within hours off. They stay booked, so the list names them. */
function StillBooked({ jobs }: { readonly jobs: readonly Booked[] }) {
  const { t, formatLocale } = useLanguage()
  const { timeZone } = useCoOp()
  if (jobs.length === 0) return null
  return (
    <span className="mt-2 grid justify-items-start gap-1 text-sm">
      <b className="tag warn">{t('jobs:off.booked', { count: jobs.length })}</b>
      {jobs.map(({ order, item, title, start }) => (
        <a key={item} className="link" href={pathTo('/office/jobs/:id', { id: order }, { item })}>
          <bdi>{title}</bdi>, {writeMoment(start, 'time', { locale: formatLocale, timeZone })}
        </a>
      ))}
      <span className="text-muted">{t('jobs:off.booked.what')}</span>
    </span>
  )
}

/** The dates that differ from the usual week, and the form to add one. */
export function Exceptions({
  form,
  exceptions,
}: {
  readonly form: FormState | undefined
  readonly exceptions: readonly Exception[]
}) {
  const { t, formatLocale } = useLanguage()
  const labels = useHoursLabels()
  const when = ({ fromMinute, untilMinute }: Span) =>
    untilMinute - fromMinute === 1440
      ? t('jobs:all-day')
      : `${writeMinute(fromMinute, formatLocale)} – ${writeMinute(untilMinute, formatLocale)}`
  return (
    <section>
      <h2>{t('jobs:exceptions')}</h2>
      {exceptions.length === 0 ? <p className="text-muted">{t('jobs:exceptions.none')}</p> : null}
      <ul className="rows mt-4">
        {exceptions.map((exception) => (
          <li key={exception.id} className="line">
            <span>
              <b>{writeDate(exception.date, formatLocale)}</b>
              <br />
              <span className="text-sm text-muted">
                {t(`jobs:kind.${exception.kind}`)}, {when(exception)} <bdi>{exception.note}</bdi>
              </span>
              <StillBooked jobs={exception.booked} />
            </span>
            <form method="post">
              <input type="hidden" name="id" value={exception.id} />
              <button
                className="plain"
                name="act"
                value="forget"
                aria-label={`${t('jobs:forget')}: ${writeDate(exception.date, formatLocale)}`}
              >
                {t('jobs:forget')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <details open={Boolean(form?.values['kind'])}>
        <summary>{t('jobs:add')}</summary>
        <form method="post" className="mt-5">
          <TextField form={form} name="date" type="date" label={labels.date} />
          <Field form={form} name="kind" label={labels.kind}>
            <select id="kind" name="kind" defaultValue={form?.values['kind'] ?? 'off'}>
              <option value="off">{t('jobs:kind.off')}</option>
              <option value="extra">{t('jobs:kind.extra')}</option>
            </select>
          </Field>
          <div className="grid2">
            <TextField form={form} name="from" type="time" label={labels.from} optional />
            <TextField form={form} name="until" type="time" label={labels.until} optional />
          </div>
          <p className="hint -mt-4 mb-5">{t('jobs:times.hint')}</p>
          <TextField form={form} name="note" label={labels.note} optional />
          <button className="btn" name="act" value="exception">
            {t('jobs:add.do')}
          </button>
        </form>
      </details>
    </section>
  )
}
