import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readPicture } from './picture.server.ts'

const makePng = (width: number, height: number, background = '#25358a') =>
  sharp({ create: { width, height, channels: 3, background } })
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

test('the dimensions are read before anything is decoded, and those of more than 40 megapixels are refused', async () => {
  // The header names far more pixels than there are: who decodes it finds that it is broken.
  const png = await makePng(300, 300)
  const sized = (width: number, height: number) => {
    const lie = Buffer.from(png)
    lie.writeUInt32BE(width, 16)
    lie.writeUInt32BE(height, 20)
    lie.writeUInt32BE(crc32(lie.subarray(12, 29)), 29)
    return lie
  }
  expect(await readPicture(sized(8001, 5000), 'logo')).toMatchObject({
    refusal: 'picture-too-many-pixels',
  })
  expect(await readPicture(sized(400, 400), 'logo')).toMatchObject({
    refusal: 'picture-unreadable',
  })
})

test('the frames of an animated picture count together', async () => {
  const frame = (_: unknown, n: number) => makePng(2000, 2000, `rgb(${n * 20}, 0, 0)`)
  const animated = async (frames: number) =>
    sharp(await Promise.all(Array.from({ length: frames }, frame)), {
      join: { animated: true },
    })
      .webp({ effort: 0 })
      .toBuffer()
  expect((await readPicture(await animated(2), 'logo')).ok).toBe(true)
  expect(await readPicture(await animated(11), 'logo')).toMatchObject({
    refusal: 'picture-too-many-pixels',
  })
})

test('a grey picture and one that lies on its side are encoded as they look', async () => {
  const grey = sharp(await makePng(500, 300)).greyscale()
  const upright = await readPicture(
    await grey.jpeg().withMetadata({ orientation: 6 }).toBuffer(),
    'photograph',
  )
  expect(upright).toMatchObject({ value: { width: 300, height: 500 } })
  const { sizes } = Object(upright).value
  expect(sizes.map(({ width }: { width: number }) => width)).toEqual([400, 800, 1600])
  for (const { webp } of sizes)
    expect(await sharp(webp).metadata()).toMatchObject({ width: 300, height: 500, space: 'srgb' })
})
