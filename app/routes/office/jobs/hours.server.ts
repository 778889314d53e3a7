import { mayKeepHoursOfOthers } from '#app/domains/members/may.ts'
import { type MemberId, readId } from '#app/kernel/ids.ts'
import { forbidden, type MemberVisit } from '#app/request/guards.server.ts'

/** Whose hours an address is about: one's own, or another's for a steward. */
export function whoseHours({ url, member }: MemberVisit): MemberId {
  const asked = url.searchParams.get('member')
  if (asked === null || asked === member.id) return member.id
  const other = readId<MemberId>(asked)
  if (!other || !mayKeepHoursOfOthers(member)) throw forbidden()
  return other
}
