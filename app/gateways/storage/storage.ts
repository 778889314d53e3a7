/** Stores files by key. A key always names the same content. */
export type Storage = {
  readonly put: (key: string, bytes: Uint8Array, mime: string) => Promise<void>
  readonly get: (key: string) => Promise<Uint8Array | undefined>
  readonly remove: (key: string) => Promise<void>
}

const KEY = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*\.[a-z0-9]+$/

/**
 * Returns the key when it has our form. @throws RangeError for any other key, so that no key leads out of its folder
 * or bucket.
 */
export function checkedKey(key: string): string {
  if (!KEY.test(key)) throw new RangeError('Not a key of ours.')
  return key
}
