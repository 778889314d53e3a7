import type { FileId } from '#app/kernel/ids.ts'

/**
 * Returns the storage key of a picture. It begins with the co-op's id, so that no host can show a file of another
 * co-op.
 */
export function storageKey(tenant: string, id: FileId | string, width: number | string): string {
  return `${tenant}/${id}-${width}.webp`
}
