/** The widths in which every picture is stored, in pixels: for lists, for pages, and for wide screens. */
export const PICTURE_WIDTHS = [400, 800, 1600] as const

/** The most bytes of an upload. */
export const MOST_BYTES = 15 * 1024 * 1024

/**
 * The most pixels of an upload, of all its frames together. Decoded, they take up to 800 MB, whatever the file weighs: a
 * kilobyte of AVIF may hold them.
 */
export const MOST_PIXELS = 40_000_000

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
  | 'picture-too-many-pixels'
  | 'picture-unreadable'
  | 'picture-too-slow'
  | 'pictures-busy'
  | 'photograph-too-small'
  | 'logo-too-small'

/** The uses of a picture, with the fewest pixels of its shorter side. */
export const FEWEST_PIXELS = { photograph: 240, logo: 96 } as const

export type PictureUse = keyof typeof FEWEST_PIXELS
