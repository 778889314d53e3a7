import type { LoaderFunctionArgs } from '@remix-run/node'
import { findDraftLogo } from '#app/flows/founding/draft-co-op.server.ts'
import { notFound } from '#app/request/guards.server.ts'
import { asFounder } from './draft.server.ts'

/** The logo of a draft, only for the browser that has the draft's secret. */
export async function loader(args: LoaderFunctionArgs) {
  const { draft } = await asFounder(args)
  const logo = draft?.hasLogo ? await findDraftLogo(draft.id) : null
  if (!logo) throw notFound()
  return new Response(logo as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': 'image/webp', 'cache-control': 'private, no-store' },
  })
}
