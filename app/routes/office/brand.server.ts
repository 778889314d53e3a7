import { z } from 'zod'
import { hexColour, line, optionalLine, paragraph } from '#app/request/form.server.ts'
import { contrast, readHex } from '#tenants/branding/colour.ts'
import { accentAt, solveTheme, SURFACE } from '#tenants/branding/theme.ts'

/** Two colours as they would be worn: the palette solved from them, and how well they can be read. */
export function tryOn(colour: string, colour2: string) {
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

export const coloursForm = z.object({ colour: hexColour, colour2: hexColour })

const PHONE = /^[+\d ()./-]*$/

export const storefrontForm = z.object({
  name: line(80),
  tagline: optionalLine(200),
  trade: optionalLine(80),
  city: optionalLine(80),
  headline: line(160),
  lead: paragraph(600),
  about: paragraph(4000),
  area: optionalLine(160),
  sinceYear: z
    .string()
    .optional()
    .transform((text) => (text ?? '').trim())
    .refine((text) => text === '' || /^(1[89]|20)\d{2}$/.test(text), 'brand:not-a-year')
    .transform((text) => (text === '' ? null : Number(text))),
  contactEmail: optionalLine(254).refine(
    (text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
    'forms:not-an-email',
  ),
  contactPhone: optionalLine(40).refine((text) => PHONE.test(text), 'brand:not-a-phone'),
})
