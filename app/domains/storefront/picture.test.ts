import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readPicture } from './picture.server.ts'

const makePng = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#25358a' } })
    .png()
    .toBuffer()

test('a picture that is too small is refused, and one that is large enough is accepted', async () => {
  expect(await readPicture(await makePng(1, 1), 'logo')).toMatchObject({
    refusal: 'logo-too-small',
  })
  expect(await readPicture(await makePng(2000, 239), 'photograph')).toMatchObject({
    refusal: 'photograph-too-small',
  })
  expect((await readPicture(await makePng(240, 320), 'photograph')).ok).toBe(true)
  expect((await readPicture(await makePng(300, 96), 'logo')).ok).toBe(true)
})

test('the supported formats are accepted, and no other', async () => {
  const source = sharp(await makePng(300, 300))
  for (const format of ['jpeg', 'png', 'webp', 'avif'] as const)
    expect((await readPicture(await source.toFormat(format).toBuffer(), 'logo')).ok).toBe(true)
  expect(await readPicture(await source.toFormat('gif').toBuffer(), 'logo')).toMatchObject({
    refusal: 'picture-unreadable',
  })
})
