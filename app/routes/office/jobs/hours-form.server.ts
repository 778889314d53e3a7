import { z } from 'zod'
import type { Hours } from '#app/domains/jobs/weekly-hours.server.ts'
import { Temporal } from '#app/kernel/clock.ts'
import { readDay } from '#app/kernel/dates.ts'
import { westernDigits } from '#app/kernel/money.ts'
import { readFields } from '#app/request/form.server.ts'
import { oneOf, optionalLine, sentText } from '#app/request/form-fields.server.ts'
import type { FormState } from '#app/ui/form.tsx'

type Read<Value> =
  | { readonly ok: true; readonly value: Value; readonly form: FormState }
  | { readonly ok: false; readonly form: FormState }

const SPANS = [0, 1] as const

/** Reads a week: up to two spans for each day, and none for a day off. An error belongs to its day. */
export function readWeek(fields: FormData): Read<Hours[]> {
  const { form } = readFields(fields, z.object({}))
  const errors: Record<string, string> = {}
  const week: Hours[] = []
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const day = readHoursOfDay(form.values, weekday)
    if (typeof day === 'string') errors[`d${weekday}-0-from`] = day
    else week.push(...day)
  }
  return Object.keys(errors).length > 0
    ? { ok: false, form: { ...form, errors } }
    : { ok: true, value: week, form }
}

function readHoursOfDay(
  values: Readonly<Record<string, string>>,
  weekday: number,
): Hours[] | string {
  const spans: Hours[] = []
  for (const span of SPANS) {
    const from = values[`d${weekday}-${span}-from`] ?? ''
    const until = values[`d${weekday}-${span}-until`] ?? ''
    if (from === '' && until === '') continue
    const read = readSpan(from, until)
    if (typeof read === 'string') return read
    spans.push({ weekday, ...read })
  }
  const [first, second] = spans
  const meet =
    first &&
    second &&
    first.fromMinute < second.untilMinute &&
    second.fromMinute < first.untilMinute
  return meet ? 'jobs:overlap' : spans
}

/**
 * Returns two times of one day as minutes. An end that is not after the beginning is on the next day, and midnight as
 * the end is the end of the day.
 */
function readSpan(
  from: string,
  until: string,
): { fromMinute: number; untilMinute: number } | string {
  const [start, end] = [minuteOf(from), minuteOf(until)]
  if (start === undefined || end === undefined || start === 1440) return 'jobs:not-a-time'
  if (start % 15 !== 0 || end % 15 !== 0) return 'jobs:not-a-quarter'
  if (end === 0 || end > start) return { fromMinute: start, untilMinute: end === 0 ? 1440 : end }
  return end < start ? { fromMinute: start, untilMinute: end + 1440 } : 'jobs:no-time'
}

/** Reads a time; the end of the day may be written 24:00. */
function minuteOf(text: string): number | undefined {
  const match = /^(\d{1,2})[:.](\d{2})$/.exec(westernDigits(text.trim()))
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])]
  const isTime = minute < 60 && (hour < 24 || (hour === 24 && minute === 0))
  return match && isTime ? hour * 60 + minute : undefined
}

const asked = z.object({
  date: sentText(40),
  kind: oneOf(['off', 'extra']),
  all: sentText(40),
  from: sentText(40),
  until: sentText(40),
  note: optionalLine(200),
})

export type Exception = {
  readonly date: string
  readonly kind: 'off' | 'extra'
  readonly fromMinute: number
  readonly untilMinute: number
  readonly note: string
}

/** Reads an exceptional date within two years: the whole day, or the hours between two times. */
export function readException(fields: FormData, today: string): Read<Exception> {
  const read = readFields(fields, asked)
  if (!read.ok) return read
  const { date, kind, all, from, until, note } = read.value
  const refuse = (field: string, sentence: string): Read<Exception> => ({
    ok: false,
    form: { ...read.form, errors: { [field]: sentence } },
  })
  const wrong = dateRefusal(date, today)
  if (wrong) return refuse('date', wrong)
  const span =
    all || (from === '' && until === '')
      ? { fromMinute: 0, untilMinute: 1440 }
      : readSpan(from, until)
  if (typeof span === 'string') return refuse('from', span)
  return { ok: true, value: { date, kind, note, ...span }, form: read.form }
}

function dateRefusal(text: string, today: string): string | undefined {
  if (text === '') return 'forms:required'
  const [date, first] = [readDay(text), readDay(today)]
  if (!date || !first) return 'jobs:not-a-date'
  if (Temporal.PlainDate.compare(date, first) < 0) return 'jobs:past'
  return Temporal.PlainDate.compare(date, first.add({ years: 2 })) > 0 ? 'jobs:far' : undefined
}
