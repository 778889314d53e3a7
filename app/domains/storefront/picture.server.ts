import sharp from 'sharp'
import { type Outcome, refused } from '#app/kernel/outcome.ts'
import { encodePicture } from './internal/decode-picture.server.ts'
import { PictureLine, type Sender } from './internal/picture-line.server.ts'
import { MOST_BYTES, type Picture, type PictureRefusal, type PictureUse } from './picture.ts'

const line = new PictureLine({
  program: 'app/domains/storefront/internal/picture-program.ts',
  longestMs: 20_000,
  idleMs: 30_000,
  places: { all: 8, strangers: 2 },
})

/**
 * Reads an upload by its bytes, not by its name, and encodes it again in each width. SVG is refused, because it can
 * contain a program.
 */
export async function readPicture(
  bytes: Uint8Array,
  use: PictureUse,
  sender: Sender = 'member',
): Promise<Outcome<Picture, PictureRefusal>> {
  if (bytes.length > MOST_BYTES) return refused('picture-too-large')
  return line.decode(bytes, use, sender)
}

/** Returns the smallest size of a picture. */
export function smallestSize({ sizes }: Picture): Uint8Array {
  const [smallest] = sizes
  if (!smallest) throw new RangeError('A picture without any size.')
  return smallest.webp
}

/** Makes a picture again from one size that we encoded before. It is small, so it waits in no line. */
export function reencodePicture(webp: Uint8Array): Promise<Picture> {
  return encodePicture(sharp(webp))
}
