import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Sharp } from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import {
  FEWEST_PIXELS,
  MOST_PIXELS,
  type Picture,
  PICTURE_WIDTHS,
  type PictureRefusal,
  type PictureUse,
} from '../picture.ts'

const READABLE: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
])

/**
 * Decodes an upload and encodes it again in each width. What it is, is read from its bytes, and its dimensions before
 * anything is decoded. It takes seconds and much memory, so the server never calls it: its picture program does.
 */
export async function decodePicture(
  bytes: Uint8Array,
  use: PictureUse,
): Promise<Outcome<Picture, PictureRefusal>> {
  const type = await fileTypeFromBuffer(bytes)
  if (!type || !READABLE.has(type.mime)) return refused('picture-unreadable')
  try {
    const { width, height, pages = 1 } = await sharp(bytes, UNLIMITED).metadata()
    if (width * height * pages > MOST_PIXELS) return refused('picture-too-many-pixels')
    if (Math.min(width, height) < FEWEST_PIXELS[use]) return refused(`${use}-too-small`)
    const source = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    return done(await encodePicture(source.rotate()))
  } catch {
    return refused('picture-unreadable')
  }
}

/** The dimensions of a picture of any size are read, so that one that is too large is refused as such. */
const UNLIMITED = { limitInputPixels: false } as const

/** Decodes a picture once, at its largest width, and encodes the others from that. */
export async function encodePicture(upload: Sharp): Promise<Picture> {
  const { data, info } = await narrowed(upload, Math.max(...PICTURE_WIDTHS))
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const source = sharp(data, { raw: { width, height, channels } })
  const sizes = []
  for (const wanted of PICTURE_WIDTHS) {
    const webp = await narrowed(source.clone(), wanted).webp({ quality: 78 }).toBuffer()
    sizes.push({ width: wanted, webp: new Uint8Array(webp) })
  }
  return { sizes, width, height, thumbhash: await thumbhashOf(source) }
}

const narrowed = (source: Sharp, width: number) =>
  source.resize({ width, withoutEnlargement: true })

async function thumbhashOf(source: Sharp): Promise<string> {
  const { data, info } = await source
    .clone()
    .resize({ width: 64, height: 64, fit: 'inside' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64')
}
