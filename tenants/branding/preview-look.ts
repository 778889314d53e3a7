import { contrast, readHex } from './colour.ts'
import { accentAt, solveTheme, SURFACE } from './theme.ts'

/** Two colours as they would be worn: the palette solved from them, and how well they can be read. */
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

/** A colour out of an address, or the one that is worn. */
export function colourIn(text: string | null, worn: string): string {
  return text && /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : worn
}
