import { type Instant, Temporal } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'

/** Every week, on this day (1 is Monday), from a minute of the day to another, by the clock on the wall. */
export type WeeklyHours = {
  readonly member: MemberId
  readonly weekday: number
  readonly fromMinute: number
  readonly untilMinute: number
}
/** One date that is different: off in these minutes, or working in them as well. */
export type DayException = {
  readonly member: MemberId
  readonly date: string
  readonly kind: 'off' | 'extra'
  readonly fromMinute: number
  readonly untilMinute: number
}
type Stay = { readonly from: Instant; readonly until: Instant }
/** Time that is taken already. */
type Busy = Stay & { readonly member: MemberId }

export type Calendar = {
  readonly timeZone: string
  readonly weekly: readonly WeeklyHours[]
  readonly exceptions: readonly DayException[]
  readonly busy: readonly Busy[]
}
export type Wish = {
  readonly days: readonly string[]
  readonly teamSize: number
  readonly stayMinutes: number
  /** Nothing that starts before this is offered: now, and the notice a team needs. */
  readonly notBefore: Instant
}
/** A start that is offered: who of the members could come then, and whether enough of them. */
export type Slot = {
  readonly start: Instant
  readonly until: Instant
  readonly free: readonly MemberId[]
  readonly open: boolean
}

const STEP_MINUTES = 30

type Window = Stay & { readonly member: MemberId }

/**
 * The starts on each of the days wished for, on the half hour, at which a whole team works; open where it is free for
 * the whole stay. Hours are hours by the wall: a day on which the clocks change is as long as it is, a time
 * that a spring night skips is not offered, and one that an autumn night repeats is offered the first time only.
 */
export function openSlots(calendar: Calendar, wish: Wish): Slot[] {
  return wish.days.flatMap((day) => slotsOn(Temporal.PlainDate.from(day), calendar, wish))
}

/** The same for one visit alone: nothing where its start is not offered at all. */
export function slotAt(visit: Stay, calendar: Calendar, teamSize: number): Slot | undefined {
  const shown = visit.from.toZonedDateTimeISO(calendar.timeZone)
  const date = shown.toPlainDate()
  const minute = shown.hour * 60 + shown.minute
  const offered =
    minute % STEP_MINUTES === 0 && wall(date, minute, calendar.timeZone).equals(visit.from)
  return offered ? slotFrom(visit, windowsOn(date, calendar), calendar.busy, teamSize) : undefined
}

function slotsOn(date: Temporal.PlainDate, calendar: Calendar, wish: Wish): Slot[] {
  const windows = windowsOn(date, calendar)
  return startsOn(date, calendar.timeZone)
    .filter((start) => Temporal.Instant.compare(start, wish.notBefore) >= 0)
    .flatMap((from) => {
      const visit = { from, until: from.add({ minutes: wish.stayMinutes }) }
      return slotFrom(visit, windows, calendar.busy, wish.teamSize) ?? []
    })
}

function slotFrom(
  { from, until }: Stay,
  windows: readonly Window[],
  busy: readonly Busy[],
  teamSize: number,
): Slot | undefined {
  const working = new Set(
    windows.filter((window) => covers(window, from, until)).map(({ member }) => member),
  )
  if (working.size < teamSize) return undefined
  const taken = new Set(
    busy.filter((other) => overlaps(other, from, until)).map(({ member }) => member),
  )
  const free = [...working].filter((member) => !taken.has(member)).toSorted()
  return { start: from, until, free, open: free.length >= teamSize }
}

function windowsOn(date: Temporal.PlainDate, { timeZone, weekly, exceptions }: Calendar): Window[] {
  const everybody = new Set([...weekly, ...exceptions].map(({ member }) => member))
  return [...everybody].flatMap((member) =>
    openDay(
      date,
      weekly.filter((hours) => hours.member === member),
      exceptions.filter((exception) => exception.member === member),
    ).map(({ fromMinute, untilMinute }) => ({
      member,
      from: wall(date, fromMinute, timeZone),
      until: wall(date, untilMinute, timeZone),
    })),
  )
}

/** The minutes of one date in which somebody works: their week's hours and the extra ones, without those they are off. */
export function openDay(
  date: Temporal.PlainDate,
  week: readonly Omit<WeeklyHours, 'member'>[],
  exceptions: readonly Omit<DayException, 'member'>[],
): Minutes[] {
  const today = exceptions.filter((exception) => exception.date === date.toString())
  const off = today.filter(({ kind }) => kind === 'off')
  const hours = [
    ...week.filter(({ weekday }) => weekday === date.dayOfWeek),
    ...today.filter(({ kind }) => kind === 'extra'),
  ]
  return hours.flatMap(({ fromMinute, untilMinute }) => without({ fromMinute, untilMinute }, off))
}

export type Minutes = { readonly fromMinute: number; readonly untilMinute: number }

function without(hours: Minutes, off: readonly Minutes[]): Minutes[] {
  return off.reduce<Minutes[]>(
    (left, gap) =>
      left.flatMap(({ fromMinute, untilMinute }) =>
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
    .map((minute) => ({ minute, moment: wall(date, minute, timeZone) }))
    .filter(({ minute, moment }) => {
      const shown = moment.toZonedDateTimeISO(timeZone)
      return shown.hour * 60 + shown.minute === minute
    })
    .map(({ moment }) => moment)
}

function wall(date: Temporal.PlainDate, minute: number, timeZone: string): Instant {
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

function covers(window: Window, from: Instant, until: Instant): boolean {
  return (
    Temporal.Instant.compare(window.from, from) <= 0 &&
    Temporal.Instant.compare(until, window.until) <= 0
  )
}

function overlaps(busy: Busy, from: Instant, until: Instant): boolean {
  return (
    Temporal.Instant.compare(busy.from, until) < 0 && Temporal.Instant.compare(from, busy.until) < 0
  )
}
