import { storageKey } from '#app/domains/storefront/storage-key.ts'
import { type Picture, PICTURE_WIDTHS } from '#app/domains/storefront/picture.ts'
import type { Storage } from '#app/gateways/storage/storage.ts'
import { type FileId, newId, type TenantId } from '#app/kernel/ids.ts'

/** Stores all sizes of a picture under a new id, and returns the id. */
export async function storePicture(
  storage: Storage,
  tenant: TenantId,
  { sizes }: Picture,
): Promise<FileId> {
  const id = newId<FileId>()
  for (const { width, webp } of sizes)
    await storage.put(storageKey(tenant, id, width), webp, 'image/webp')
  return id
}

/** Removes all sizes of a picture from the storage. Call it after the rows that name the picture were deleted. */
export async function removePicture(storage: Storage, tenant: TenantId, id: FileId): Promise<void> {
  for (const width of PICTURE_WIDTHS) await storage.remove(storageKey(tenant, id, width))
}
