import type { Temporal } from '#app/kernel/clock.ts'
import { DAY_MINUTES } from './local-minutes.ts'

/** A span of minutes of a day by local time. Minutes from 1440 on belong to the next day. */
export type Minutes = { readonly fromMinute: number; readonly untilMinute: number }

export type WeekdayHours = Minutes & {
  /** The weekday on which the hours begin; 1 is Monday. */
  readonly weekday: number
}
export type DateHours = Minutes & {
  /** The date on which the hours begin. */
  readonly date: string
  readonly kind: 'off' | 'extra'
}

type Days = { readonly first: Temporal.PlainDate; readonly count: number }

/**
 * Returns when a member works on some days, in minutes since the first midnight: the weekly hours and the extra ones,
 * without the time off. Hours that touch or overlap are one stretch, also over midnight. The stretches of the day before
 * are included, because hours may last until the end of the next day.
 */
export function stretchesOn(
  { first, count }: Days,
  week: readonly WeekdayHours[],
  exceptions: readonly DateHours[],
): Minutes[] {
  const hours: Minutes[] = []
  const off: Minutes[] = []
  for (let day = -1; day < count; day += 1) {
    const date = first.add({ days: day })
    const onDay = later(day * DAY_MINUTES)
    const dated = exceptions.filter((exception) => exception.date === date.toString())
    hours.push(...week.filter(({ weekday }) => weekday === date.dayOfWeek).map(onDay))
    hours.push(...dated.filter(({ kind }) => kind === 'extra').map(onDay))
    off.push(...dated.filter(({ kind }) => kind === 'off').map(onDay))
  }
  return off.reduce(subtract, merge(hours))
}

/** Returns the minutes of one date in which a member works. */
export function workingMinutes(
  date: Temporal.PlainDate,
  week: readonly WeekdayHours[],
  exceptions: readonly DateHours[],
): Minutes[] {
  return stretchesOn({ first: date, count: 1 }, week, exceptions)
    .map(({ fromMinute, untilMinute }) => ({
      fromMinute: Math.max(0, fromMinute),
      untilMinute: Math.min(DAY_MINUTES, untilMinute),
    }))
    .filter(({ fromMinute, untilMinute }) => fromMinute < untilMinute)
}

const later =
  (minutes: number) =>
  ({ fromMinute, untilMinute }: Minutes): Minutes => ({
    fromMinute: fromMinute + minutes,
    untilMinute: untilMinute + minutes,
  })

function merge(spans: readonly Minutes[]): Minutes[] {
  const merged: Minutes[] = []
  for (const span of spans.toSorted((a, b) => a.fromMinute - b.fromMinute)) {
    const last = merged.at(-1)
    if (!last || last.untilMinute < span.fromMinute) merged.push(span)
    else
      merged[merged.length - 1] = {
        fromMinute: last.fromMinute,
        untilMinute: Math.max(last.untilMinute, span.untilMinute),
      }
  }
  return merged
}

function subtract(spans: readonly Minutes[], gap: Minutes): Minutes[] {
  return spans.flatMap(({ fromMinute, untilMinute }) =>
    [
      { fromMinute, untilMinute: Math.min(untilMinute, gap.fromMinute) },
      { fromMinute: Math.max(fromMinute, gap.untilMinute), untilMinute },
    ].filter((part) => part.untilMinute > part.fromMinute),
  )
}
