import { LRUCache } from 'lru-cache'
import type { TenantId } from '#app/kernel/ids.ts'
import { type Answer, sizeOf } from './answer.ts'

/** How a request was answered: by which answer, and with which headers. */
export type Way = {
  readonly answer: string
  readonly tenant: TenantId
  readonly version: number
  /** Epoch milliseconds from which on the page is rendered anew, whatever happened. */
  readonly until: number
  readonly headers: readonly string[]
}

type Entry = { readonly answer: Answer } | { readonly way: Way }

const MEGABYTE = 1024 * 1024
/** What an entry costs beside its bytes: its keys, its place in the list. */
const OVERHEAD = 300

/**
 * The one cache of a process: rendered pages, style sheets, cloths, files, and the short ways to them, bounded by how many
 * bytes they take up together; what was not asked for longest goes first. What belongs to a co-op is remembered under a
 * version of its content: a write anywhere in the federation raises the version, and what was made before is never shown.
 */
export class AnswerCache {
  readonly #entries: LRUCache<string, Entry>
  readonly #versions = new Map<string, number>()
  #epoch = 0

  constructor(maxBytes = 64 * MEGABYTE) {
    this.#entries = new LRUCache({
      maxSize: maxBytes,
      // One answer may take up a quarter, so that none empties the cache.
      maxEntrySize: Math.ceil(maxBytes / 4),
      sizeCalculation: (entry, key) => {
        const own = 'answer' in entry ? sizeOf(entry.answer) : lengthOf(entry.way.headers)
        return own + 2 * key.length + OVERHEAD
      },
    })
  }

  /** The version to remember an answer under: taken before it is made, so that a write meanwhile outdates it. */
  version(tenant: TenantId): number {
    return this.#epoch + (this.#versions.get(tenant) ?? 0)
  }

  /** A co-op's content changed. */
  outdate(tenant: TenantId): void {
    this.#versions.set(tenant, (this.#versions.get(tenant) ?? 0) + 1)
  }

  /** Changes may have been missed: nothing is trusted any more. */
  forgetAll(): void {
    this.#entries.clear()
    this.#versions.clear()
    this.#epoch += 1e9
  }

  find(key: string): Answer | undefined {
    const entry = this.#entries.get(key)
    return entry && 'answer' in entry ? entry.answer : undefined
  }

  save(key: string, answer: Answer): Answer {
    this.#entries.set(key, { answer })
    return answer
  }

  findWay(request: string): Way | undefined {
    const entry = this.#entries.get(`${WAY}${request}`)
    return entry && 'way' in entry ? entry.way : undefined
  }

  saveWay(request: string, way: Way): void {
    this.#entries.set(`${WAY}${request}`, { way })
  }

  deleteWay(request: string): void {
    this.#entries.delete(`${WAY}${request}`)
  }

  /** How many bytes are taken up. */
  get bytes(): number {
    return this.#entries.calculatedSize
  }
}

/** No answer's key begins like this. */
const WAY = 'way\n'

const lengthOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0)
