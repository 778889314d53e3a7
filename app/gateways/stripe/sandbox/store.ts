import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** An object of the sandbox, in the shape in which Stripe's API returns it. */
export type Kept = { readonly id: string } & Record<string, unknown>

/**
 * The sandbox's objects by id. Each change is appended to a file before the call is answered, so that the sandbox can
 * be killed at any moment and continues from there.
 */
export class Store {
  readonly #file: string | null
  readonly #objects = new Map<string, Kept>()

  constructor(file: string | null) {
    this.#file = file
    if (!file) return
    mkdirSync(dirname(file), { recursive: true })
    if (!existsSync(file)) return
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const kept = readLine(line)
      if (kept) this.#objects.set(kept.id, kept)
    }
  }

  get(id: string): Kept | undefined {
    return this.#objects.get(id)
  }

  put(kept: Kept): Kept {
    if (this.#file) appendFileSync(this.#file, `${JSON.stringify(kept)}\n`)
    this.#objects.set(kept.id, kept)
    return kept
  }

  all(prefix: string): Kept[] {
    return [...this.#objects.values()].filter(({ id }) => id.startsWith(prefix))
  }
}

/**
 * Reads a line of the file. Returns undefined for a line that a crash cut off: it is the last line, and its call was
 * never answered.
 */
function readLine(line: string): Kept | undefined {
  try {
    return line === '' ? undefined : (JSON.parse(line) as Kept)
  } catch {
    return undefined
  }
}
