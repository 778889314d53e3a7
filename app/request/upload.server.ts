import {
  type Picture,
  type PictureRefusal,
  type PictureUse,
  readPicture,
} from '#app/domains/files/picture.server.ts'
import { done, type Outcome } from '#app/kernel/outcome.ts'

/** The picture that was uploaded in a field of a form, drawn anew; nothing when none was chosen. */
export async function pictureIn(
  posted: FormData,
  field: string,
  use: PictureUse,
): Promise<Outcome<Picture | undefined, PictureRefusal>> {
  const file = posted.get(field)
  if (!(file instanceof File) || file.size === 0) return done(undefined)
  return readPicture(new Uint8Array(await file.arrayBuffer()), use)
}
