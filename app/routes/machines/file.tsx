import type { LoaderFunctionArgs } from '@remix-run/node'
import { storageKey } from '#app/domains/storefront/storage-key.ts'
import { atCoop, notFound } from '#app/request/guards.server.ts'
import { gateways } from '#app/wiring.server.ts'

const SIZES: ReadonlySet<string> = new Set(['400', '800', '1600'])

/** A picture of this co-op. Its key holds the co-op's id, so no other co-op's host can show it. */
export async function loader(args: LoaderFunctionArgs) {
  const { tenant } = atCoop(args)
  const { id, size } = args.params
  if (!id || !/^[0-9a-f-]{36}$/.test(id) || !size || !SIZES.has(size)) throw notFound()
  const bytes = await gateways().storage.get(storageKey(tenant.id, id, size))
  if (!bytes) throw notFound()
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  })
}
