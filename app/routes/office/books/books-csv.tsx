import type { LoaderFunctionArgs } from '@remix-run/node'
import { asMember } from '#app/request/guards.server.ts'
import { booksAsked, entriesCsv } from './books.server.ts'

/** Exports the entries that the page of the books shows. */
export async function loader(args: LoaderFunctionArgs) {
  const { tenant, member, at, url } = await asMember(args)
  const { asked } = booksAsked(url.searchParams, { timeZone: tenant.timeZone, at })
  return entriesCsv(tenant, asked, member.id)
}
