/** Where pictures are kept, by a key that never means two things. */
export type Storage = {
  readonly put: (key: string, bytes: Uint8Array, mime: string) => Promise<void>
  readonly get: (key: string) => Promise<Uint8Array | undefined>
  readonly remove: (key: string) => Promise<void>
}
