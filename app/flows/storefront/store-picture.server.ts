import { storageKey } from '#app/domains/storefront/files.server.ts'
import { type Picture, PICTURE_WIDTHS } from '#app/domains/storefront/picture.server.ts'
import type { Storage } from '#app/gateways/storage/storage.ts'
import { type FileId, newId, type TenantId } from '#app/kernel/ids.ts'

/** Puts a picture's sizes into the storage, and says under which id. */
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

/** Takes a picture's sizes out of the storage, after the rows that named it are gone. */
export async function removePicture(storage: Storage, tenant: TenantId, id: FileId): Promise<void> {
  for (const width of PICTURE_WIDTHS) await storage.remove(storageKey(tenant, id, width))
}
