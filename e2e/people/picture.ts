import sharp from 'sharp'

/** The smallest PNG: one pixel. */
export const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A picture that is large enough to be processed. */
export const PICTURE = await sharp({
  create: { width: 320, height: 320, channels: 3, background: '#25358a' },
})
  .png()
  .toBuffer()
