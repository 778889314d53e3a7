import type { LoaderFunctionArgs } from '@remix-run/node'
import { asMember } from '#app/request/guards.server.ts'
import { booksAsked, entriesCsv } from './books.server.ts'

/** The entries that the books' page was asked for, to take along. */
export async function loader(args: LoaderFunctionArgs) {
  const { tenant, member, at, url } = await asMember(args)
  const { asked } = booksAsked(url.searchParams, { timeZone: tenant.timeZone, at })
  return entriesCsv(tenant, asked, member.id)
}
