import { z } from 'zod'
import type { Picture } from '#app/domains/storefront/picture.ts'
import { type FormResult, readFields } from '#app/request/form.server.ts'
import { line } from '#app/request/form-fields.server.ts'
import { readUploadedPicture } from '#app/request/upload.server.ts'

type Photo = { readonly picture: Picture; readonly alt: string }

/** Reads a picture and its text alternative. It checks both, so that one answer has all errors. */
export async function readPhoto(posted: FormData): Promise<FormResult<Photo>> {
  const words = readFields(posted, z.object({ alt: line(300) }))
  const picture = await readUploadedPicture(posted, 'picture', 'photograph')
  if (words.ok && picture.ok && picture.value)
    return { ok: true, value: { ...words.value, picture: picture.value }, form: words.form }
  const wrong = picture.ok ? 'offerings:photos.missing' : `refusals:${picture.refusal}`
  const seen = picture.ok && picture.value
  const errors = { ...(seen ? {} : { picture: wrong }), ...words.form.errors }
  return { ok: false, form: { ...words.form, errors } }
}
