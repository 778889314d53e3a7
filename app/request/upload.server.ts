import {
  type Picture,
  type PictureRefusal,
  type PictureUse,
  readPicture,
} from '#app/domains/storefront/picture.server.ts'
import { done, type Outcome } from '#app/kernel/outcome.ts'

/** What was uploaded in a field of a form; nothing when no file was chosen. */
export async function uploadIn(posted: FormData, field: string): Promise<Uint8Array | undefined> {
  const file = posted.get(field)
  if (!(file instanceof File) || file.size === 0) return undefined
  return new Uint8Array(await file.arrayBuffer())
}

/** The picture that was uploaded in a field of a form, drawn anew; nothing when none was chosen. */
export async function pictureIn(
  posted: FormData,
  field: string,
  use: PictureUse,
): Promise<Outcome<Picture | undefined, PictureRefusal>> {
  const upload = await uploadIn(posted, field)
  return upload ? readPicture(upload, use) : done(undefined)
}
