import { type Oklch, readHex } from './colour.ts'

/** A co-op's look, solved from the two colours it picked. */
export type Theme = {
  readonly hue: number
  readonly hue2: number
  /** How much of the palette's chroma is used: nothing for a grey. */
  readonly chroma: number
  /** Whether the first colour had to become darker or lighter to be read, so that the picker can say so. */
  readonly moved: 'darker' | 'lighter' | null
}

/** The accent's lightness and chroma by day and by night; every pair of text and ground below is at least 4.5:1 at any hue. */
const ACCENT = { day: { l: 0.37, c: 0.145 }, night: { l: 0.8, c: 0.1 } } as const
export const SURFACE = {
  day: { l: 0.992, c: 0.003, h: 95 },
  night: { l: 0.185, c: 0.035 },
} as const

/**
 * Takes the hues of the picked colours and leaves lightness to us: whatever is picked, text can be read on it, by day
 * and by night.
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

/** The custom properties that the style sheets build every colour from. */
export function themeCss(colour: string, colour2: string): string {
  const { hue, hue2, chroma } = solveTheme(colour, colour2)
  return `:root{--h1:${hue};--h2:${hue2};--c:${chroma}}`
}

/** The accent as it will be shown, for a hue. */
export function accentAt(hue: number, chroma: number, when: 'day' | 'night'): Oklch {
  return { l: ACCENT[when].l, c: ACCENT[when].c * chroma, h: hue }
}
