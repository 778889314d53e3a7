import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readPicture } from './picture.server.ts'

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#25358a' } })
    .png()
    .toBuffer()

test('a picture in which nothing could be seen is refused, and one that is large enough is not', async () => {
  expect(await readPicture(await drawn(1, 1), 'logo')).toMatchObject({ refusal: 'logo-too-small' })
  expect(await readPicture(await drawn(2000, 239), 'photograph')).toMatchObject({
    refusal: 'photograph-too-small',
  })
  expect((await readPicture(await drawn(240, 320), 'photograph')).ok).toBe(true)
  expect((await readPicture(await drawn(300, 96), 'logo')).ok).toBe(true)
})

test('what we say that we take is taken, and nothing else', async () => {
  const source = sharp(await drawn(300, 300))
  for (const format of ['jpeg', 'png', 'webp', 'avif'] as const)
    expect((await readPicture(await source.toFormat(format).toBuffer(), 'logo')).ok).toBe(true)
  expect(await readPicture(await source.toFormat('gif').toBuffer(), 'logo')).toMatchObject({
    refusal: 'picture-unreadable',
  })
})
