import { LRUCache } from 'lru-cache'
import type { TenantId } from '#app/kernel/ids.ts'
import { type Answer, sizeOf } from './answer.ts'

/** How a request was answered: the key of the answer, and the response's headers. */
export type Shortcut = {
  readonly answer: string
  readonly tenant: TenantId
  readonly version: number
  /** The moment in epoch milliseconds from which the page is rendered again in any case. */
  readonly until: number
  readonly headers: readonly string[]
}

type Entry = { readonly answer: Answer } | { readonly shortcut: Shortcut }

const MEGABYTE = 1024 * 1024
/** The bytes of an entry beside its content: its keys and its place in the list. */
const OVERHEAD = 300

/**
 * The cache of a process: rendered pages, style sheets, patterns, files, and the shortcuts to them. Its size in bytes
 * is limited, and the least recently used entry is evicted first. An answer of a co-op is saved under the version of
 * the co-op's content. A write anywhere in the federation raises the version, so that no older answer is shown.
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
        const contentSize =
          'answer' in entry ? sizeOf(entry.answer) : lengthOf(entry.shortcut.headers)
        return contentSize + 2 * key.length + OVERHEAD
      },
    })
  }

  /**
   * Returns the version under which to save an answer. The caller reads it before making the answer, so that a write
   * meanwhile outdates the answer.
   */
  version(tenant: TenantId): number {
    return this.#epoch + (this.#versions.get(tenant) ?? 0)
  }

  /** Outdates the answers of a co-op, because its content changed. */
  outdate(tenant: TenantId): void {
    this.#versions.set(tenant, (this.#versions.get(tenant) ?? 0) + 1)
  }

  /** Removes everything, because changes may have been missed. */
  clear(): void {
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

  findShortcut(request: string): Shortcut | undefined {
    const entry = this.#entries.get(`${SHORTCUT_PREFIX}${request}`)
    return entry && 'shortcut' in entry ? entry.shortcut : undefined
  }

  saveShortcut(request: string, shortcut: Shortcut): void {
    this.#entries.set(`${SHORTCUT_PREFIX}${request}`, { shortcut })
  }

  deleteShortcut(request: string): void {
    this.#entries.delete(`${SHORTCUT_PREFIX}${request}`)
  }

  /** The bytes that the cache takes up. */
  get bytes(): number {
    return this.#entries.calculatedSize
  }
}

/** The prefix of shortcuts. No answer's key begins with it. */
const SHORTCUT_PREFIX = 'way\n'

const lengthOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0)
