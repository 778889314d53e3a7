import { z } from 'zod'
import { westernDigits } from '#app/kernel/money.ts'
import {
  hexColour,
  line,
  optionalLine,
  optionalTimeZone,
  paragraph,
} from '#app/request/form-fields.server.ts'

export const coloursForm = z.object({ colour: hexColour, colour2: hexColour })

const PHONE = /^[+\d ()./-]*$/

export const storefrontForm = z.object({
  name: line(80),
  tagline: optionalLine(200),
  trade: optionalLine(80),
  city: optionalLine(80),
  timeZone: optionalTimeZone,
  headline: line(160),
  lead: paragraph(600),
  about: paragraph(4000),
  area: optionalLine(160),
  sinceYear: z
    .string()
    .optional()
    .transform((text) => westernDigits((text ?? '').trim()))
    .refine((text) => text === '' || /^(1[89]|20)\d{2}$/.test(text), 'storefront:brand.not-a-year')
    .transform((text) => (text === '' ? null : Number(text))),
  contactEmail: optionalLine(254).refine(
    (text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
    'forms:not-an-email',
  ),
  contactPhone: optionalLine(40)
    .transform(westernDigits)
    .refine((text) => PHONE.test(text), 'storefront:brand.not-a-phone'),
})

type Words = z.output<typeof storefrontForm>

/** Returns the words of a co-op's storefront by the fields of its form. */
export function storefrontCells({ sinceYear, ...words }: Words) {
  const { name, tagline, trade, city, timeZone, headline } = words
  const { lead, about, area, contactEmail, contactPhone } = words
  return {
    headline,
    lead,
    about,
    name,
    tagline,
    trade,
    city,
    area,
    sinceYear: String(sinceYear ?? ''),
    timeZone,
    contactEmail,
    contactPhone,
  }
}
