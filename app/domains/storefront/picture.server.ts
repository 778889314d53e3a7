import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Sharp } from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'

/** The widths in which every picture is kept, in pixels: a list's, a page's, a wide screen's. */
export const PICTURE_WIDTHS = [400, 800, 1600] as const

const MAX_BYTES = 15 * 1024 * 1024
const MAX_PIXELS = 60_000_000
const READABLE: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
])

/** A picture drawn anew by us: nothing of the uploaded file is left in it, no place, no camera, no hidden part. */
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

/** What a picture is for, with the pixels that its shorter side needs so that there is something to be seen. */
const SMALLEST = { photograph: 240, logo: 96 } as const
export type PictureUse = keyof typeof SMALLEST

/** Reads an upload by what it is, not by what it is called, and draws it again in each width. SVG is a program: never. */
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
    if (Math.min(width, height) < SMALLEST[use]) return refused(`${use}-too-small`)
    return done(await drawAgain(source.rotate()))
  } catch {
    return refused('picture-unreadable')
  }
}

/** What of a picture is enough to be shown small. */
export function smallestOf({ sizes }: Picture): Uint8Array {
  const [smallest] = sizes
  if (!smallest) throw new RangeError('A picture without any size.')
  return smallest.webp
}

/** A picture out of one size of it that we drew before. */
export function redrawn(webp: Uint8Array): Promise<Picture> {
  return drawAgain(sharp(webp))
}

async function drawAgain(source: Sharp): Promise<Picture> {
  const sizes = []
  for (const width of PICTURE_WIDTHS) {
    const { data, info } = await source
      .clone()
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer({ resolveWithObject: true })
    sizes.push({ width, webp: new Uint8Array(data), height: info.height, real: info.width })
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
    width: largest?.real ?? 0,
    height: largest?.height ?? 0,
    thumbhash: Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64'),
  }
}
