import { type Instant, Temporal } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'

/** Weekly hours on one weekday (1 is Monday), in minutes of the day by local time. */
export type WeeklyHours = {
  readonly member: MemberId
  readonly weekday: number
  readonly fromMinute: number
  readonly untilMinute: number
}
/** An exception on one date: off in these minutes, or working in them as well. */
export type DayException = {
  readonly member: MemberId
  readonly date: string
  readonly kind: 'off' | 'extra'
  readonly fromMinute: number
  readonly untilMinute: number
}
type TimeRange = { readonly from: Instant; readonly until: Instant }
/** Time in which a member is busy. */
type BusyTime = TimeRange & { readonly member: MemberId }

export type Calendar = {
  readonly timeZone: string
  readonly weekly: readonly WeeklyHours[]
  readonly exceptions: readonly DayException[]
  readonly busy: readonly BusyTime[]
}
export type SlotQuery = {
  readonly days: readonly string[]
  readonly teamSize: number
  readonly stayMinutes: number
  /** The earliest start that is offered: now and the notice that a team needs. */
  readonly notBefore: Instant
}
/** A start that is offered: the members who are free then, and whether they are enough. */
export type Slot = {
  readonly start: Instant
  readonly until: Instant
  readonly free: readonly MemberId[]
  readonly open: boolean
}

const STEP_MINUTES = 30

type WorkWindow = TimeRange & { readonly member: MemberId }

/**
 * Returns the starts on each day, on the half hour, at which enough members work. A slot is open when enough of them
 * are free for the whole duration. Hours are local time: a day on which the clocks change has its real length, a time
 * that the clock change skips is not offered, and a repeated time is offered once, the first time.
 */
export function openSlots(calendar: Calendar, query: SlotQuery): Slot[] {
  return query.days.flatMap((day) => slotsOn(Temporal.PlainDate.from(day), calendar, query))
}

/** Returns the slot of one time range alone; undefined when its start is not offered. */
export function slotAt(range: TimeRange, calendar: Calendar, teamSize: number): Slot | undefined {
  const local = range.from.toZonedDateTimeISO(calendar.timeZone)
  const date = local.toPlainDate()
  const minute = local.hour * 60 + local.minute
  const offered =
    minute % STEP_MINUTES === 0 && instantAt(date, minute, calendar.timeZone).equals(range.from)
  return offered ? slotFor(range, windowsOn(date, calendar), calendar.busy, teamSize) : undefined
}

function slotsOn(date: Temporal.PlainDate, calendar: Calendar, query: SlotQuery): Slot[] {
  const windows = windowsOn(date, calendar)
  return startsOn(date, calendar.timeZone)
    .filter((start) => Temporal.Instant.compare(start, query.notBefore) >= 0)
    .flatMap((from) => {
      const range = { from, until: from.add({ minutes: query.stayMinutes }) }
      return slotFor(range, windows, calendar.busy, query.teamSize) ?? []
    })
}

function slotFor(
  { from, until }: TimeRange,
  windows: readonly WorkWindow[],
  busy: readonly BusyTime[],
  teamSize: number,
): Slot | undefined {
  const workingMembers = new Set(
    windows.filter((window) => covers(window, from, until)).map(({ member }) => member),
  )
  if (workingMembers.size < teamSize) return undefined
  const busyMembers = new Set(
    busy.filter((booking) => overlaps(booking, from, until)).map(({ member }) => member),
  )
  const free = [...workingMembers].filter((member) => !busyMembers.has(member)).toSorted()
  return { start: from, until, free, open: free.length >= teamSize }
}

function windowsOn(
  date: Temporal.PlainDate,
  { timeZone, weekly, exceptions }: Calendar,
): WorkWindow[] {
  const members = new Set([...weekly, ...exceptions].map(({ member }) => member))
  return [...members].flatMap((member) =>
    workingMinutes(
      date,
      weekly.filter((hours) => hours.member === member),
      exceptions.filter((exception) => exception.member === member),
    ).map(({ fromMinute, untilMinute }) => ({
      member,
      from: instantAt(date, fromMinute, timeZone),
      until: instantAt(date, untilMinute, timeZone),
    })),
  )
}

/**
 * Returns the minutes of one date in which a member works: the weekly hours and the extra ones, without the time off.
 */
export function workingMinutes(
  date: Temporal.PlainDate,
  week: readonly Omit<WeeklyHours, 'member'>[],
  exceptions: readonly Omit<DayException, 'member'>[],
): Minutes[] {
  const thatDay = exceptions.filter((exception) => exception.date === date.toString())
  const off = thatDay.filter(({ kind }) => kind === 'off')
  const hours = [
    ...week.filter(({ weekday }) => weekday === date.dayOfWeek),
    ...thatDay.filter(({ kind }) => kind === 'extra'),
  ]
  return hours.flatMap(({ fromMinute, untilMinute }) =>
    subtractRanges({ fromMinute, untilMinute }, off),
  )
}

export type Minutes = { readonly fromMinute: number; readonly untilMinute: number }

function subtractRanges(hours: Minutes, off: readonly Minutes[]): Minutes[] {
  return off.reduce<Minutes[]>(
    (remaining, gap) =>
      remaining.flatMap(({ fromMinute, untilMinute }) =>
        [
          { fromMinute, untilMinute: Math.min(untilMinute, gap.fromMinute) },
          { fromMinute: Math.max(fromMinute, gap.untilMinute), untilMinute },
        ].filter((part) => part.untilMinute > part.fromMinute),
      ),
    [hours],
  )
}

function startsOn(date: Temporal.PlainDate, timeZone: string): Instant[] {
  const minutes = Array.from({ length: (24 * 60) / STEP_MINUTES }, (_, step) => step * STEP_MINUTES)
  return minutes
    .map((minute) => ({ minute, moment: instantAt(date, minute, timeZone) }))
    .filter(({ minute, moment }) => {
      const local = moment.toZonedDateTimeISO(timeZone)
      return local.hour * 60 + local.minute === minute
    })
    .map(({ moment }) => moment)
}

function instantAt(date: Temporal.PlainDate, minute: number, timeZone: string): Instant {
  const day = date.add({ days: Math.floor(minute / 1440) })
  const time = Temporal.PlainTime.from({
    hour: Math.floor((minute % 1440) / 60),
    minute: minute % 60,
  })
  return day
    .toPlainDateTime(time)
    .toZonedDateTime(timeZone, { disambiguation: 'compatible' })
    .toInstant()
}

function covers(window: WorkWindow, from: Instant, until: Instant): boolean {
  return (
    Temporal.Instant.compare(window.from, from) <= 0 &&
    Temporal.Instant.compare(until, window.until) <= 0
  )
}

function overlaps(busy: BusyTime, from: Instant, until: Instant): boolean {
  return (
    Temporal.Instant.compare(busy.from, until) < 0 && Temporal.Instant.compare(from, busy.until) < 0
  )
}
