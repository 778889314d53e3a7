import { readPicture } from '#app/domains/storefront/picture.server.ts'
import type { Picture, PictureRefusal, PictureUse } from '#app/domains/storefront/picture.ts'
import { done, type Outcome } from '#app/kernel/outcome.ts'

/** Returns the file that was uploaded in a field of a form; undefined when none was chosen. */
export async function readUpload(posted: FormData, field: string): Promise<Uint8Array | undefined> {
  const file = posted.get(field)
  if (!(file instanceof File) || file.size === 0) return undefined
  return new Uint8Array(await file.arrayBuffer())
}

/** Reads the picture that was uploaded in a field of a form, encoded again; undefined when none was chosen. */
export async function readUploadedPicture(
  posted: FormData,
  field: string,
  use: PictureUse,
): Promise<Outcome<Picture | undefined, PictureRefusal>> {
  const upload = await readUpload(posted, field)
  return upload ? readPicture(upload, use) : done(undefined)
}
