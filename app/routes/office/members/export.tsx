import type { LoaderFunctionArgs } from '@remix-run/node'
import { mayExport } from '#app/domains/members/may.ts'
import { readExport } from '#app/reads/members/export.server.ts'
import { asMember, forbidden } from '#app/request/guards.server.ts'

/** Exports all data of a co-op for its stewards, also while the co-op is suspended. */
export async function loader(args: LoaderFunctionArgs) {
  const { tenant, member, t } = await asMember(args, mayExport)
  const taken = await readExport(tenant, member.id)
  if (!taken.ok) throw forbidden(t(`refusals:${taken.refusal}`))
  const headers = {
    'content-type': 'application/json',
    'content-disposition': `attachment; filename="${tenant.slug}.json"`,
    'cache-control': 'private, no-store',
  }
  return new Response(JSON.stringify(taken.value), { headers })
}
