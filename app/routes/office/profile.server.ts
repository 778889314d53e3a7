import { z } from 'zod'
import {
  type Picture,
  type PictureRefusal,
  readPicture,
} from '#app/domains/files/picture.server.ts'
import { LOCALES } from '#app/kernel/locale.ts'
import { done, type Outcome } from '#app/kernel/outcome.ts'
import { line, oneOf, paragraph } from '#app/request/form.server.ts'
import { uploadIn } from './listing.server.ts'

export const profileForm = z.object({
  name: line(120),
  about: paragraph(300),
  locale: oneOf(LOCALES),
})

/** A picture that may be missing: nothing when none was chosen. */
export async function pictureIn(
  posted: FormData,
  field: string,
): Promise<Outcome<Picture | undefined, PictureRefusal>> {
  const bytes = await uploadIn(posted, field)
  return bytes ? readPicture(bytes) : done(undefined)
}
