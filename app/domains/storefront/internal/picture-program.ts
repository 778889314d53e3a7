import { setPriority } from 'node:os'
import sharp from 'sharp'
import type { PictureUse } from '../picture.ts'
import { decodePicture } from './decode-picture.server.ts'

/** The most memory that a picture may take. One of the most pixels takes 800 MB. */
const MOST_MEMORY = 1200 * 1024 * 1024

// The server's pages come first, and one picture does not take all processors.
setPriority(10)
sharp.concurrency(1)
sharp.cache(false)

/** A file may lie about its dimensions. The server takes an end without an answer as a picture that cannot be read. */
setInterval(() => {
  if (process.memoryUsage.rss() > MOST_MEMORY) process.exit(1)
}, 50)

type Upload = { readonly bytes: Uint8Array; readonly use: PictureUse }

process.on('message', ({ bytes, use }: Upload) => {
  void decodePicture(bytes, use).then((outcome) => process.send?.(outcome))
})
process.once('disconnect', () => process.exit(0))
process.send?.('ready')
