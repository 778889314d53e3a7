/** Where pictures are kept, by a key that never means two things. */
export type Storage = {
  readonly put: (key: string, bytes: Uint8Array, mime: string) => Promise<void>
  readonly get: (key: string) => Promise<Uint8Array | undefined>
  readonly remove: (key: string) => Promise<void>
}

const KEY = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*\.[a-z0-9]+$/

/** @throws RangeError when a key is not of our making, so that none leads out of its folder or bucket. */
export function checkedKey(key: string): string {
  if (!KEY.test(key)) throw new RangeError('Not a key of ours.')
  return key
}
