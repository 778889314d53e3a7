import { Temporal } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import {
  type Calendar,
  openSlots as slotsByDay,
  type SlotQuery,
  type WeeklyHours,
} from '#app/domains/jobs/availability.ts'

export const [amina, rosa] = ['amina', 'rosa'] as [MemberId, MemberId]
const longAgo = Temporal.Instant.from('2020-01-01T00:00:00Z')
const inFarFuture = Temporal.Instant.from('2199-01-01T00:00:00Z')
export const allWeek = (member: MemberId, fromMinute: number, untilMinute: number): WeeklyHours[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ member, weekday, fromMinute, untilMinute }))
export const calendar = (timeZone: string, weekly: WeeklyHours[]): Calendar => ({
  timeZone,
  weekly,
  exceptions: [],
  busy: [],
})
export const openSlots = (calendar: Calendar, query: SlotQuery) =>
  slotsByDay(calendar, query).flat()
export const slotQuery = (day: string, teamSize = 1, stayMinutes = 60): SlotQuery => ({
  first: Temporal.PlainDate.from(day),
  days: 1,
  teamSize,
  stayMinutes,
  notBefore: longAgo,
  notAfter: inFarFuture,
})
export const localTime = (zone: string) => (slot: { start: Temporal.Instant }) =>
  slot.start.toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5)
