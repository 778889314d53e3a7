import type { IncomingMessage, ServerResponse } from 'node:http'
import { isLocale } from '#app/kernel/locale.ts'
import { type Answer, encodingOf, matchesEtag } from './answer.ts'
import type { AnswerCache, Shortcut } from './answer-cache.ts'
import { readCookie } from './cookies.ts'
import { recordAnswer } from './metrics.server.ts'

/** A cached page that answered a request: its key, its co-op, and until when it is valid. */
export type CachedPage = Omit<Shortcut, 'headers'>

/**
 * Answers a repeated request with the same answer as before, without the router and without finding the site. The key
 * contains everything that the answer depends on; what may outdate it (the version and the age) is checked at each
 * request. When the cache has evicted the answer, the shortcut finds none.
 */
export class Shortcuts {
  readonly #cache: AnswerCache

  constructor(cache: AnswerCache) {
    this.#cache = cache
  }

  /** Saves how a request was answered, with the headers of the response. */
  save(request: Headers, path: string, page: CachedPage, headers: Headers): void {
    const key = keyOf(path, (name) => request.get(name) ?? undefined)
    if (!key) return
    const ownHeaders = [...headers].filter(([name]) => !/^content-(length|encoding)$/.test(name))
    this.#cache.saveShortcut(key, { ...page, headers: ownHeaders.flat() })
  }

  /** Answers a request if it can. Returns whether it did. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET') return false
    const started = performance.now()
    const key = keyOf(request.url ?? '', (name) => headerOf(request, name))
    const shortcut = key === undefined ? undefined : this.#cache.findShortcut(key)
    if (!key || !shortcut) return false
    const current =
      shortcut.version === this.#cache.version(shortcut.tenant) && shortcut.until > Date.now()
    const answer = current ? this.#cache.find(shortcut.answer) : undefined
    if (!answer) {
      this.#cache.deleteShortcut(key)
      return false
    }
    send(answer, shortcut.headers, { request, response })
    recordAnswer('GET', response.statusCode, (performance.now() - started) / 1000)
    return true
  }
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse }

function send(answer: Answer, headers: readonly string[], { request, response }: Exchange): void {
  if (matchesEtag(headerOf(request, 'if-none-match'), answer)) {
    response.writeHead(304, [...headers]).end()
    return
  }
  const encoding = encodingOf(headerOf(request, 'accept-encoding') ?? '', answer)
  const body = (encoding && answer[encoding]) ?? answer.body
  const length = ['content-length', String(body.byteLength)]
  const encodingHeader = encoding ? ['content-encoding', encoding] : []
  response.writeHead(200, [...headers, ...length, ...encodingHeader]).end(body)
}

const headerOf = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

/** Returns the key of an anonymous page: its host, its path and the reader's language. */
function keyOf(path: string, header: (name: string) => string | undefined): string | undefined {
  const host = header('host')
  if (!host || path.length > 300) return undefined
  const chosen = readCookie(header('cookie') ?? null, 'lang')
  const language = isLocale(chosen) ? chosen : (header('accept-language') ?? '').slice(0, 100)
  return `${host}\n${path}\n${language}`
}
