import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TenantId } from '#app/kernel/ids.ts'
import { isLocale } from '#app/kernel/locale.ts'
import { readCookie } from './cookies.ts'
import { timed } from './metrics.server.ts'
import type { Page, PageCache } from './page-cache.ts'

/** A page that was answered from the cache: whose it is, and until when that answer holds. */
export type Kept = {
  readonly page: Page
  readonly tenant: TenantId
  readonly version: number
  /** Epoch milliseconds from which on the page is rendered anew, whatever happened. */
  readonly until: number
}
type Way = Kept & { readonly headers: readonly string[] }

const MOST = 4000

/**
 * The short way from a request that was answered before to the same answer: no router, no look-up of the site, nothing
 * but the page's version and its age. Everything that made the answer is in the key; everything that may outdate it is
 * asked at each request.
 */
export class Shortcuts {
  readonly #ways = new Map<string, Way>()
  readonly #cache: PageCache

  constructor(cache: PageCache) {
    this.#cache = cache
  }

  /** Remembers how a request was answered, with the headers that the long way gave it. */
  remember(request: Headers, path: string, kept: Kept, headers: Headers): void {
    const key = keyOf(path, (name) => request.get(name) ?? undefined)
    if (!key) return
    const own = [...headers].filter(([name]) => !/^content-(length|encoding)$/.test(name))
    this.#ways.set(key, { ...kept, headers: own.flat() })
    const oldest = this.#ways.keys().next().value
    if (this.#ways.size > MOST && oldest) this.#ways.delete(oldest)
  }

  /** Answers if it can; says whether it did. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' || this.#ways.size === 0) return false
    const started = performance.now()
    const key = keyOf(request.url ?? '', (name) => headerOf(request, name))
    const way = key === undefined ? undefined : this.#ways.get(key)
    if (!key || !way) return false
    if (way.version !== this.#cache.version(way.tenant) || way.until <= Date.now()) {
      this.#ways.delete(key)
      return false
    }
    send(way, request, response)
    timed('GET', response.statusCode, (performance.now() - started) / 1000)
    return true
  }
}

function send({ page, headers }: Way, request: IncomingMessage, response: ServerResponse): void {
  if (request.headers['if-none-match'] === page.etag) {
    response.writeHead(304, [...headers]).end()
    return
  }
  const accepted = headerOf(request, 'accept-encoding') ?? ''
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined
  const body = encoding ? page[encoding] : page.body
  const length = ['content-length', String(body.byteLength)]
  const coded = encoding ? ['content-encoding', encoding] : []
  response.writeHead(200, [...headers, ...length, ...coded]).end(body)
}

const headerOf = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

/** What an anonymous page depends on: where it is, and in which language its reader wants it. */
function keyOf(path: string, header: (name: string) => string | undefined): string | undefined {
  const host = header('host')
  if (!host || path.length > 300) return undefined
  const chosen = readCookie(header('cookie') ?? null, 'lang')
  const language = isLocale(chosen) ? chosen : (header('accept-language') ?? '').slice(0, 100)
  return `${host}\n${path}\n${language}`
}
