import { mayEditHoursOfOthers } from '#app/domains/members/may.ts'
import type { Hours } from '#app/domains/jobs/weekly-hours.server.ts'
import { saveWeek } from '#app/flows/jobs/save-hours.server.ts'
import { type MemberId, readId } from '#app/kernel/ids.ts'
import { formatLocale } from '#app/kernel/locale.ts'
import { readHours } from '#app/reads/jobs/hours-page.server.ts'
import { invalidForm, conflict, conflictOf, refuse, readVersion } from '#app/request/form.server.ts'
import { forbidden, type MemberRequest, notFound } from '#app/request/guards.server.ts'
import { readWeek } from './hours-form.server.ts'
import { writeMinute } from './hours-words.ts'

/** Returns the member whose hours an address shows: the reader, or another member for a steward. */
export function whoseHours({ url, member }: MemberRequest): MemberId {
  const asked = url.searchParams.get('member')
  if (asked === null || asked === member.id) return member.id
  const other = readId<MemberId>(asked)
  if (!other || !mayEditHoursOfOthers(member)) throw forbidden()
  return other
}

/** Saves a posted week. Returns the answer to send when the week was not saved. */
export async function saveWeekForm(visit: MemberRequest, member: MemberId, posted: FormData) {
  const read = readWeek(posted)
  if (!read.ok) return invalidForm(read.form)
  const { tenant, member: by, at } = visit
  const typed = { week: read.value, works: posted.get('works') === 'yes' }
  const version = readVersion(posted)
  const saved = await saveWeek(tenant.id, { member, ...typed, version, by, at })
  if (saved.ok) return undefined
  if (saved.refusal !== 'edit-conflict') return refuse(read.form, 'form', saved.refusal)
  const known = await readHours(tenant, member, at)
  if (!known) throw notFound()
  const older = conflictOf(read.form, {
    version: known.version,
    now: weekCells(known, visit),
    typed: weekCells(typed, visit),
  })
  return older && conflict(older)
}

type Week = { readonly week: readonly Hours[]; readonly works: boolean }

/** Returns a week as words, by the name of the first field of each day. */
function weekCells({ week, works }: Week, { locale, tenant, t }: MemberRequest) {
  const clock = formatLocale(locale, tenant.country)
  const span = ({ fromMinute, untilMinute }: Hours) =>
    `${writeMinute(fromMinute, clock)} – ${writeMinute(untilMinute, clock)}`
  const day = (weekday: number) =>
    week
      .filter((hours) => hours.weekday === weekday)
      .toSorted((one, other) => one.fromMinute - other.fromMinute)
      .map(span)
      .join('\n')
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => [`d${weekday}-0-from`, day(weekday)] as const)
  return {
    ...Object.fromEntries(days),
    works: t(works ? 'forms:conflict.yes' : 'forms:conflict.no'),
  }
}
