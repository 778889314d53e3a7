import { z } from 'zod'
import type { InvitationId } from '#app/kernel/ids.ts'
import type { readMembers } from '#app/reads/members/office-page.server.ts'
import { csvResponse, writeCsv } from '#app/request/csv.ts'
import { email, sentId } from '#app/request/form-fields.server.ts'

export const membersForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('invite'), email }),
  z.object({ act: z.literal('withdraw'), id: sentId<InvitationId>() }),
])

/** Returns the list of members as a file for the stewards. */
export function membersCsv(members: Awaited<ReturnType<typeof readMembers>>): Response {
  const rows = members.map(({ name, email, state, joined }) => [name, email, state, joined])
  return csvResponse('members', writeCsv('name email state joined'.split(' '), rows))
}
