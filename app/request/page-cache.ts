import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { TenantId } from '#app/kernel/ids.ts'

/** A page as it was rendered, in every form a browser may want it. */
export type Page = {
  readonly body: Uint8Array
  readonly gzip: Uint8Array
  readonly br: Uint8Array
  readonly etag: string
  readonly headers: readonly [string, string][]
}

/**
 * Anonymous pages as they were last rendered, by co-op, path, query and language. Each belongs to a version of its
 * co-op's content: a write anywhere in the federation raises the version, and what was rendered before is never shown.
 */
export class PageCache {
  readonly #pages = new Map<string, Page>()
  readonly #versions = new Map<string, number>()
  #epoch = 0
  readonly #most: number

  constructor(most = 2000) {
    this.#most = most
  }

  /** The version to remember a page under: taken before it is rendered, so that a write meanwhile outdates it. */
  version(tenant: TenantId): number {
    return this.#epoch + (this.#versions.get(tenant) ?? 0)
  }

  /** A co-op's content changed. */
  outdate(tenant: TenantId): void {
    this.#versions.set(tenant, (this.#versions.get(tenant) ?? 0) + 1)
  }

  /** Changes may have been missed: nothing is trusted any more. */
  forgetAll(): void {
    this.#pages.clear()
    this.#epoch += 1e9
  }

  find(key: string): Page | undefined {
    const page = this.#pages.get(key)
    if (page) {
      this.#pages.delete(key)
      this.#pages.set(key, page)
    }
    return page
  }

  keep(key: string, body: Uint8Array, headers: readonly [string, string][]): Page {
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const br = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    const page = { body, gzip: gzipSync(body), br, etag, headers }
    this.#pages.set(key, page)
    const oldest = this.#pages.keys().next().value
    if (this.#pages.size > this.#most && oldest) this.#pages.delete(oldest)
    return page
  }
}

/** The answer for a reader: unchanged, or in the tightest form their browser takes. */
export function answerFrom(page: Page, request: Request): Response {
  const headers = new Headers([...page.headers])
  headers.set('etag', page.etag)
  headers.set('vary', 'accept-encoding, accept-language, cookie')
  headers.set('cache-control', 'private, no-cache')
  if (request.headers.get('if-none-match') === page.etag)
    return new Response(null, { status: 304, headers })
  const accepted = request.headers.get('accept-encoding') ?? ''
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null
  if (encoding) headers.set('content-encoding', encoding)
  const bytes = encoding ? page[encoding] : page.body
  headers.set('content-length', String(bytes.byteLength))
  return new Response(request.method === 'HEAD' ? null : (bytes as Uint8Array<ArrayBuffer>), {
    headers,
  })
}
