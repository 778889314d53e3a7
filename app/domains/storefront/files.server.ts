import { and, eq, gt } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { FileId, MemberId } from '#app/kernel/ids.ts'
import { repeatSince } from '#app/kernel/repeat.ts'
import { files } from '#db/schema/storefront.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { Picture } from './picture.ts'

type NewFile = {
  readonly id: FileId
  readonly picture: Picture
  readonly by: MemberId
  readonly at: Instant
}

const bytesOf = ({ sizes }: Picture) => sizes.reduce((sum, { webp }) => sum + webp.length, 0)

/**
 * Returns the files of the same picture that the same member uploaded a moment ago. An equal upload gives equal bytes.
 */
export async function findRepeatedFiles(
  db: TenantDb,
  { picture, by, at }: Omit<NewFile, 'id'>,
): Promise<FileId[]> {
  const repeated = await db
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
  return repeated.map(({ id }) => id)
}

/** Records a picture whose bytes are already in the storage. */
export async function recordFile(db: TenantDb, { id, picture, by, at }: NewFile): Promise<void> {
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
