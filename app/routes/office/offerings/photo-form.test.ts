import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readPhoto } from './photo-form.server.ts'

const drawn = sharp({ create: { width: 300, height: 300, channels: 3, background: '#25358a' } })

function posted(alt: string, picture?: Uint8Array<ArrayBuffer>): FormData {
  const fields = new FormData()
  fields.set('alt', alt)
  if (picture) fields.set('picture', new File([picture], 'x'))
  return fields
}

test('a picture and its words are both looked at before either is refused', async () => {
  const errorsOf = async (fields: FormData) => (await readPhoto(fields)).form.errors
  const words = { alt: 'forms:required' }
  const noPicture = new TextEncoder().encode('<svg/>')
  expect(await errorsOf(posted(''))).toEqual({ picture: 'offerings:photos.missing', ...words })
  expect(await errorsOf(posted(' ', noPicture))).toEqual({
    picture: 'refusals:picture-unreadable',
    ...words,
  })
  const jpeg = new Uint8Array(await drawn.clone().jpeg().toBuffer())
  expect(await errorsOf(posted('', jpeg))).toEqual(words)
  expect(await errorsOf(posted('A window'))).toEqual({ picture: 'offerings:photos.missing' })
  expect(await readPhoto(posted('A window', jpeg))).toMatchObject({
    ok: true,
    value: { alt: 'A window', picture: { width: 300 } },
  })
})
