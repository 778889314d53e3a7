import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Sharp } from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'

/** The widths in which every picture is stored, in pixels: for lists, for pages, and for wide screens. */
export const PICTURE_WIDTHS = [400, 800, 1600] as const

const MAX_BYTES = 15 * 1024 * 1024
const MAX_PIXELS = 60_000_000
const READABLE: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
])

/**
 * A picture that we encoded again. Nothing else of the uploaded file remains: no location, no camera, no hidden data.
 */
export type Picture = {
  readonly sizes: readonly { readonly width: number; readonly webp: Uint8Array }[]
  readonly width: number
  readonly height: number
  readonly thumbhash: string
}
export type PictureRefusal =
  | 'picture-too-large'
  | 'picture-unreadable'
  | 'photograph-too-small'
  | 'logo-too-small'

/** The uses of a picture, with the fewest pixels of its shorter side. */
const MIN_PIXELS = { photograph: 240, logo: 96 } as const
export type PictureUse = keyof typeof MIN_PIXELS

/**
 * Reads an upload by its bytes, not by its name, and encodes it again in each width. SVG is refused, because it can
 * contain a program.
 */
export async function readPicture(
  bytes: Uint8Array,
  use: PictureUse,
): Promise<Outcome<Picture, PictureRefusal>> {
  if (bytes.length > MAX_BYTES) return refused('picture-too-large')
  const type = await fileTypeFromBuffer(bytes)
  if (!type || !READABLE.has(type.mime)) return refused('picture-unreadable')
  try {
    const source = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    const { width, height } = await source.metadata()
    if (Math.min(width, height) < MIN_PIXELS[use]) return refused(`${use}-too-small`)
    return done(await encode(source.rotate()))
  } catch {
    return refused('picture-unreadable')
  }
}

/** Returns the smallest size of a picture. */
export function smallestSize({ sizes }: Picture): Uint8Array {
  const [smallest] = sizes
  if (!smallest) throw new RangeError('A picture without any size.')
  return smallest.webp
}

/** Makes a picture again from one size that we encoded before. */
export function reencodePicture(webp: Uint8Array): Promise<Picture> {
  return encode(sharp(webp))
}

async function encode(source: Sharp): Promise<Picture> {
  const sizes = []
  for (const width of PICTURE_WIDTHS) {
    const { data, info } = await source
      .clone()
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer({ resolveWithObject: true })
    sizes.push({ width, webp: new Uint8Array(data), height: info.height, actualWidth: info.width })
  }
  const largest = sizes[sizes.length - 1]
  const { data, info } = await source
    .clone()
    .resize({ width: 64, height: 64, fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return {
    sizes: sizes.map(({ width, webp }) => ({ width, webp })),
    width: largest?.actualWidth ?? 0,
    height: largest?.height ?? 0,
    thumbhash: Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64'),
  }
}
