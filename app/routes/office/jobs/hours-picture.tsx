import { useLanguage } from '#app/ui/language.tsx'
import { writeDate, writeDatePart, writeMinute } from './hours-words.ts'

type Span = { readonly fromMinute: number; readonly untilMinute: number }
type Day = {
  readonly date: string
  readonly hours: readonly Span[]
  /** What is booked on the day. A job that lasts over midnight begins on one day alone. */
  readonly booked: readonly (Span & { readonly begins: boolean })[]
}

const jobsOf = ({ booked }: Day) => booked.filter(({ begins }) => begins).length

const [WIDTH, HEIGHT, TOP] = [70, 260, 48]

/** A chart of a member's next two weeks: the working hours, and the booked part of them. */
export function TwoWeeks({ days }: { readonly days: readonly Day[] }) {
  const { t, direction, formatLocale } = useLanguage()
  const spans = days.flatMap(({ hours, booked }) => [...hours, ...booked])
  const first = Math.min(480, ...spans.map(({ fromMinute }) => fromMinute))
  const last = Math.max(1080, ...spans.map(({ untilMinute }) => untilMinute))
  const y = (minute: number) => TOP + ((minute - first) / (last - first)) * HEIGHT
  const x = (index: number) => (direction === 'rtl' ? days.length - 1 - index : index) * WIDTH
  const booked = days.reduce((sum, day) => sum + jobsOf(day), 0)
  return (
    <figure className="mb-16">
      <figcaption>
        <h2 className="mb-5">{t('jobs:weeks', { count: booked })}</h2>
      </figcaption>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('jobs:weeks.picture')}>
        <svg
          className="chart min-w-184"
          viewBox={`0 0 ${days.length * WIDTH} ${TOP + HEIGHT + 4}`}
          aria-hidden="true"
        >
          {days.map((day, index) => (
            <g key={day.date} transform={`translate(${x(index)} 0)`}>
              <text x={WIDTH / 2} y={16} className={index === 0 ? 'on text-[13px]' : 'text-[13px]'}>
                {writeDatePart(day.date, 'weekday', formatLocale)}
              </text>
              <text x={WIDTH / 2} y={36} className={index === 0 ? 'on' : undefined}>
                {writeDatePart(day.date, 'day', formatLocale)}
              </text>
              <path className="stroke-line" d={`M${WIDTH / 2} ${TOP}v${HEIGHT}`} />
              {day.hours.map(({ fromMinute, untilMinute }) => (
                <rect
                  key={fromMinute}
                  className="fill-surface-3"
                  x={8}
                  width={WIDTH - 16}
                  y={y(fromMinute)}
                  height={y(untilMinute) - y(fromMinute)}
                />
              ))}
              {day.booked.map(({ fromMinute, untilMinute }) => (
                <rect
                  key={fromMinute}
                  className="fill-split-worker"
                  x={14}
                  width={WIDTH - 28}
                  y={y(fromMinute)}
                  height={Math.max(4, y(untilMinute) - y(fromMinute) - 1)}
                />
              ))}
            </g>
          ))}
        </svg>
      </div>
      <p className="legend text-sm">
        <span className="before:border before:border-line-strong before:bg-surface-3">
          {t('jobs:legend.open')}
        </span>
        <span className="before:bg-split-worker">{t('jobs:legend.taken')}</span>
      </p>
      <details>
        <summary>{t('jobs:weeks.list')}</summary>
        <ul className="rows mt-4">
          {days.map((day) => (
            <li key={day.date} className="line">
              <b>{writeDate(day.date, formatLocale)}</b>
              <span>
                {day.hours.length === 0
                  ? t('jobs:off')
                  : day.hours
                      .map(
                        ({ fromMinute, untilMinute }) =>
                          `${writeMinute(fromMinute, formatLocale)} – ${writeMinute(untilMinute, formatLocale)}`,
                      )
                      .join(', ')}
              </span>
              <span className="text-muted">{t('jobs:booked', { count: jobsOf(day) })}</span>
            </li>
          ))}
        </ul>
      </details>
    </figure>
  )
}
