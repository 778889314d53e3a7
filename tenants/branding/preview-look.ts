import { contrast, readHex } from './colour.ts'
import { accentAt, solveTheme, SURFACE } from './theme.ts'

/** Returns the palette that two colours would give, and its contrast. */
export function previewLook(colour: string, colour2: string) {
  const { hue, hue2, chroma, moved } = solveTheme(colour, colour2)
  const day = contrast(accentAt(hue, chroma, 'day'), SURFACE.day)
  const night = contrast(accentAt(hue, chroma, 'night'), { ...SURFACE.night, h: hue })
  const round = (ratio: number) => Math.floor(ratio * 10) / 10
  return {
    colour,
    colour2,
    hue,
    hue2,
    chroma,
    moved,
    picked: round(contrast(readHex(colour), SURFACE.day)),
    day: round(day),
    night: round(night),
  }
}

/** Reads a colour from an address. Returns the current colour when the text is none. */
export function colourIn(text: string | null, current: string): string {
  return text && /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : current
}
