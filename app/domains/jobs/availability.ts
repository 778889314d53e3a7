import { type Instant, Temporal } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { DAY_MINUTES, localMinutes } from './local-minutes.ts'
import { type DateHours, stretchesOn, type WeekdayHours } from './stretches.ts'

/** A member's weekly hours, in minutes of the day by local time. */
export type WeeklyHours = WeekdayHours & { readonly member: MemberId }
/** An exception on one date: off in these minutes, or working in them as well. */
type DayException = DateHours & { readonly member: MemberId }
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
  /** The first day, and how many days there are. */
  readonly first: Temporal.PlainDate
  readonly days: number
  readonly teamSize: number
  readonly stayMinutes: number
  /** The earliest start that is offered: now and the notice that a team needs. */
  readonly notBefore: Instant
  /** The latest start that is offered. */
  readonly notAfter: Instant
}
/** A start that is offered: the members who are free then, and whether they are enough. */
export type Slot = {
  readonly start: Instant
  /** The minute of the day at which it starts, by local time. */
  readonly minute: number
  readonly until: Instant
  readonly free: readonly MemberId[]
  readonly open: boolean
}

/** Stays last whole quarters of an hour, so a team that could begin at any minute could begin at one of these. */
const STEP_MINUTES = 15

/** A range of time in milliseconds since 1970. */
type Range = { readonly from: number; readonly until: number }
type Start = { readonly from: number; readonly minute: number }
type MemberTimes = {
  readonly member: MemberId
  readonly working: readonly Range[]
  readonly busy: readonly Range[]
}

/**
 * Returns, for each day, the starts on the quarter hour at which enough members work. A slot is open when enough of them
 * are free for the whole duration. Hours are local time: a day on which the clocks change has its real length, a time
 * that the clock change skips is not offered, and a repeated time is offered once, the first time.
 */
export function openSlots(calendar: Calendar, query: SlotQuery): Slot[][] {
  const { first, days, teamSize, stayMinutes } = query
  const times = timesOf(calendar, { first, days, stayMinutes })
  const momentOf = localMinutes(calendar.timeZone)
  const stay = stayMinutes * 60_000
  return Array.from({ length: days }, (_, later) => {
    const date = first.add({ days: later })
    const starts = startsOn(date, momentOf).filter(
      ({ from }) =>
        from >= query.notBefore.epochMilliseconds && from <= query.notAfter.epochMilliseconds,
    )
    const [opening, closing] = [starts[0], starts.at(-1)]
    if (!opening || !closing) return []
    const ofDay = within(times, { from: opening.from, until: closing.from + stay })
    return starts.flatMap(
      ({ from, minute }) => slotFor({ from, until: from + stay, minute }, ofDay, teamSize) ?? [],
    )
  })
}

/** Returns the slot of one time range alone; undefined when its start is not offered. */
export function slotAt(range: TimeRange, calendar: Calendar, teamSize: number): Slot | undefined {
  const local = range.from.toZonedDateTimeISO(calendar.timeZone)
  const first = local.toPlainDate()
  const minute = local.hour * 60 + local.minute
  const from = range.from.epochMilliseconds
  const isOffered =
    minute % STEP_MINUTES === 0 && localMinutes(calendar.timeZone)(first, minute) === from
  if (!isOffered) return undefined
  const until = range.until.epochMilliseconds
  const stayMinutes = Math.ceil((until - from) / 60_000)
  const times = timesOf(calendar, { first, days: 1, stayMinutes })
  return slotFor({ from, until, minute }, times, teamSize)
}

/** Returns how many days before and after its start a visit depends on: what a reader of hours has to read. */
export const daysAround = (stayMinutes: number) => ({
  before: 1,
  after: Math.ceil(stayMinutes / DAY_MINUTES),
})

function timesOf(
  { timeZone, weekly, exceptions, busy }: Calendar,
  { first, days, stayMinutes }: Pick<SlotQuery, 'first' | 'days' | 'stayMinutes'>,
): MemberTimes[] {
  const momentOf = localMinutes(timeZone)
  const count = days + daysAround(stayMinutes).after
  const [hoursOf, datesOf, busyOf] = [byMember(weekly), byMember(exceptions), byMember(busy)]
  return [...new Set([...hoursOf.keys(), ...datesOf.keys()])].toSorted().map((member) => ({
    member,
    working: stretchesOn(
      { first, count },
      hoursOf.get(member) ?? [],
      datesOf.get(member) ?? [],
    ).map(({ fromMinute, untilMinute }) => ({
      from: momentOf(first, fromMinute),
      until: momentOf(first, untilMinute),
    })),
    busy: (busyOf.get(member) ?? []).map(({ from, until }) => ({
      from: from.epochMilliseconds,
      until: until.epochMilliseconds,
    })),
  }))
}

/** Leaves out the times that have nothing in a range, so that few are looked at for each start. */
function within(times: readonly MemberTimes[], range: Range): MemberTimes[] {
  const meets = (other: Range) => other.from < range.until && range.from < other.until
  return times.map(({ member, working, busy }) => ({
    member,
    working: working.filter(meets),
    busy: busy.filter(meets),
  }))
}

function slotFor(
  { from, until, minute }: Range & Start,
  times: readonly MemberTimes[],
  teamSize: number,
): Slot | undefined {
  const working = times.filter((member) =>
    member.working.some((stretch) => stretch.from <= from && until <= stretch.until),
  )
  if (working.length < teamSize) return undefined
  const free = working
    .filter(({ busy }) => !busy.some((booking) => booking.from < until && from < booking.until))
    .map(({ member }) => member)
  return {
    start: Temporal.Instant.fromEpochMilliseconds(from),
    minute,
    until: Temporal.Instant.fromEpochMilliseconds(until),
    free,
    open: free.length >= teamSize,
  }
}

/** Returns the quarter hours of a date. A time that the clock change skips has the moment of a later one. */
function startsOn(date: Temporal.PlainDate, momentOf: ReturnType<typeof localMinutes>): Start[] {
  const midnight = momentOf(date, DAY_MINUTES)
  const minutes = Array.from(
    { length: DAY_MINUTES / STEP_MINUTES },
    (_, step) => step * STEP_MINUTES,
  )
  const byMoment = new Map(minutes.map((minute) => [momentOf(date, minute), minute]))
  return [...byMoment]
    .filter(([from]) => from < midnight)
    .map(([from, minute]) => ({ from, minute }))
    .toSorted((a, b) => a.from - b.from)
}

function byMember<Row extends { readonly member: MemberId }>(rows: readonly Row[]) {
  const groups = new Map<MemberId, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.member)
    if (group) group.push(row)
    else groups.set(row.member, [row])
  }
  return groups
}
