import { type Oklch, readHex } from './colour.ts'

/** A co-op's palette, derived from its two chosen colours. */
export type Theme = {
  readonly hue: number
  readonly hue2: number
  /** The share of the palette's chroma that is used: 0 for a grey. */
  readonly chroma: number
  /** Whether the first colour was made darker or lighter to be readable, so that the colour picker can say so. */
  readonly moved: 'darker' | 'lighter' | null
}

/**
 * The accent's lightness and chroma by day and by night. Every pair of text and ground below has a contrast of at
 * least 4.5:1 at any hue.
 */
const ACCENT = { day: { l: 0.37, c: 0.145 }, night: { l: 0.8, c: 0.1 } } as const
export const SURFACE = {
  day: { l: 0.992, c: 0.003, h: 95 },
  night: { l: 0.185, c: 0.035 },
} as const

/**
 * Derives a palette from the hues of the chosen colours. The lightness is fixed, so that text is readable with any
 * choice, by day and by night.
 */
export function solveTheme(colour: string, colour2: string): Theme {
  const [one, two] = [readHex(colour), readHex(colour2)]
  const distance = one.l - ACCENT.day.l
  return {
    hue: Math.round(one.h),
    hue2: Math.round(two.h),
    chroma: Number(Math.min(1, one.c / 0.09).toFixed(2)),
    moved: Math.abs(distance) < 0.12 ? null : distance > 0 ? 'darker' : 'lighter',
  }
}

/** Writes the custom properties from which the style sheets derive every colour. */
export function themeCss(colour: string, colour2: string): string {
  const { hue, hue2, chroma } = solveTheme(colour, colour2)
  return `:root{--h1:${hue};--h2:${hue2};--c:${chroma}}`
}

/** Returns the accent colour for a hue. */
export function accentAt(hue: number, chroma: number, when: 'day' | 'night'): Oklch {
  return { l: ACCENT[when].l, c: ACCENT[when].c * chroma, h: hue }
}
