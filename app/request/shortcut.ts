import type { IncomingMessage, ServerResponse } from 'node:http'
import { isLocale } from '#app/kernel/locale.ts'
import { type Answer, encodingOf, hasIt } from './answer.ts'
import type { AnswerCache, Way } from './answer-cache.ts'
import { readCookie } from './cookies.ts'
import { timed } from './metrics.server.ts'

/** A page that was answered from the cache: by which answer, whose it is, and until when that holds. */
export type Kept = Omit<Way, 'headers'>

/**
 * The short way from a request that was answered before to the same answer: no router, no look-up of the site, nothing
 * but the page's version and its age. Everything that made the answer is in the key; everything that may outdate it is
 * asked at each request. An answer that the cache has dropped is not found by a short way either.
 */
export class Shortcuts {
  readonly #cache: AnswerCache

  constructor(cache: AnswerCache) {
    this.#cache = cache
  }

  /** Remembers how a request was answered, with the headers that the long way gave it. */
  remember(request: Headers, path: string, kept: Kept, headers: Headers): void {
    const key = keyOf(path, (name) => request.get(name) ?? undefined)
    if (!key) return
    const own = [...headers].filter(([name]) => !/^content-(length|encoding)$/.test(name))
    this.#cache.saveWay(key, { ...kept, headers: own.flat() })
  }

  /** Answers if it can; says whether it did. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET') return false
    const started = performance.now()
    const key = keyOf(request.url ?? '', (name) => headerOf(request, name))
    const way = key === undefined ? undefined : this.#cache.findWay(key)
    if (!key || !way) return false
    const current = way.version === this.#cache.version(way.tenant) && way.until > Date.now()
    const answer = current ? this.#cache.find(way.answer) : undefined
    if (!answer) {
      this.#cache.deleteWay(key)
      return false
    }
    send(answer, way.headers, { request, response })
    timed('GET', response.statusCode, (performance.now() - started) / 1000)
    return true
  }
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse }

function send(answer: Answer, headers: readonly string[], { request, response }: Exchange): void {
  if (hasIt(headerOf(request, 'if-none-match'), answer)) {
    response.writeHead(304, [...headers]).end()
    return
  }
  const encoding = encodingOf(headerOf(request, 'accept-encoding') ?? '', answer)
  const body = (encoding && answer[encoding]) ?? answer.body
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
