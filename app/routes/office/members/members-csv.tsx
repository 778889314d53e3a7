import type { LoaderFunctionArgs } from '@remix-run/node'
import { mayExport } from '#app/domains/members/may.ts'
import { readMembers } from '#app/reads/members/office-page.server.ts'
import { asMember } from '#app/request/guards.server.ts'
import { membersCsv } from './members.server.ts'

/** Exports the list of members for the stewards. */
export async function loader(args: LoaderFunctionArgs) {
  const { tenant } = await asMember(args, mayExport)
  return membersCsv(await readMembers(tenant))
}
