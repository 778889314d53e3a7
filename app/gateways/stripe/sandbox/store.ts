import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** An object as the twin keeps it: in the shape that Stripe's API answers with. */
export type Kept = { readonly id: string } & Record<string, unknown>

/**
 * What the twin remembers: every object by its id, each change appended to a file before it is answered, so that the
 * twin can be killed at any moment and goes on from there.
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

/** A line that was cut off by a crash is the last one, and was never answered. */
function readLine(line: string): Kept | undefined {
  try {
    return line === '' ? undefined : (JSON.parse(line) as Kept)
  } catch {
    return undefined
  }
}
