import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** An object of the sandbox, in the shape in which Stripe's API returns it. */
export type StoredObject = { readonly id: string } & Record<string, unknown>

/** The file holds addresses of customers, so nobody else on this machine reads it. */
const OWNER_ONLY = 0o600

/**
 * The sandbox's objects by id. Each change is appended to a file before the call is answered, so that the sandbox can
 * be killed at any moment and continues from there.
 */
export class Store {
  readonly #file: string | null
  readonly #objects = new Map<string, StoredObject>()

  constructor(file: string | null) {
    this.#file = file
    if (!file) return
    mkdirSync(dirname(file), { recursive: true })
    if (!existsSync(file)) return
    chmodSync(file, OWNER_ONLY)
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const stored = readLine(line)
      if (stored) this.#objects.set(stored.id, stored)
    }
  }

  get(id: string): StoredObject | undefined {
    return this.#objects.get(id)
  }

  put(stored: StoredObject): StoredObject {
    if (this.#file) appendFileSync(this.#file, `${JSON.stringify(stored)}\n`, { mode: OWNER_ONLY })
    this.#objects.set(stored.id, stored)
    return stored
  }

  all(prefix: string): StoredObject[] {
    return [...this.#objects.values()].filter(({ id }) => id.startsWith(prefix))
  }
}

/**
 * Reads a line of the file. Returns undefined for a line that a crash cut off: it is the last line, and its call was
 * never answered.
 */
function readLine(line: string): StoredObject | undefined {
  try {
    return line === '' ? undefined : (JSON.parse(line) as StoredObject)
  } catch {
    return undefined
  }
}
