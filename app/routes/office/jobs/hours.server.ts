import { type MemberId, readId } from '#app/kernel/ids.ts'
import { forbidden, type MemberVisit } from '#app/request/guards.server.ts'

/** Whose hours an address is about: one's own, or another's for those who coordinate. */
export function whoseHours({ url, member }: MemberVisit): MemberId {
  const asked = url.searchParams.get('member')
  if (asked === null || asked === member.id) return member.id
  const other = readId<MemberId>(asked)
  const mayCoordinate = member.offices.some((office) => office !== 'treasurer')
  if (!other || !mayCoordinate) throw forbidden()
  return other
}
