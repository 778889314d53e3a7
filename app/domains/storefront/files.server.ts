import { and, eq, gt } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { FileId, MemberId } from '#app/kernel/ids.ts'
import { repeatSince } from '#app/kernel/repeat.ts'
import { files } from '#db/schema/storefront.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { Picture } from './picture.server.ts'

type Kept = {
  readonly id: FileId
  readonly picture: Picture
  readonly by: MemberId
  readonly at: Instant
}

/** Where a picture's bytes are in the storage: the co-op's id leads, so that no host can show another's. */
export function storageKey(tenant: string, id: FileId | string, width: number | string): string {
  return `${tenant}/${id}-${width}.webp`
}

const bytesOf = ({ sizes }: Picture) => sizes.reduce((sum, { webp }) => sum + webp.length, 0)

/** The pictures that the same member brought a moment ago and that came out the same: drawn anew, the same comes out the same. */
export async function justStored(
  db: TenantDb,
  { picture, by, at }: Omit<Kept, 'id'>,
): Promise<FileId[]> {
  const same = await db
    .select({ id: files.id })
    .from(files)
    .where(
      and(
        eq(files.tenantId, db.tenant),
        eq(files.createdBy, by),
        eq(files.bytes, bytesOf(picture)),
        eq(files.width, picture.width),
        eq(files.height, picture.height),
        eq(files.thumbhash, picture.thumbhash),
        gt(files.createdAt, repeatSince(at)),
      ),
    )
  return same.map(({ id }) => id)
}

/** Notes a picture whose bytes are in the storage already. */
export async function recordFile(db: TenantDb, { id, picture, by, at }: Kept): Promise<void> {
  await db.insert(files).values({
    tenantId: db.tenant,
    id,
    key: `${db.tenant}/${id}`,
    mime: 'image/webp',
    bytes: bytesOf(picture),
    width: picture.width,
    height: picture.height,
    thumbhash: picture.thumbhash,
    createdAt: at,
    createdBy: by,
  })
}

export async function deleteFile(db: TenantDb, id: FileId): Promise<void> {
  await db.delete(files).where(and(eq(files.tenantId, db.tenant), eq(files.id, id)))
}
