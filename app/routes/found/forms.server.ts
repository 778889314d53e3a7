import { z } from 'zod'
import { country, MAX_FOUNDERS } from '#app/request/founding-fields.server.ts'
import { clausesInForms } from '#app/domains/charter/charter.ts'
import { fieldSchemas } from '#app/views/charter/clause-form.server.ts'
import {
  addresses,
  email,
  hexColour,
  line,
  oneOf,
  optionalLine,
  optionalTimeZone,
  newSecret,
  sentText,
} from '#app/request/form-fields.server.ts'
import { LOCALES } from '#app/kernel/locale.ts'

export const blueprintForm = z.object({ blueprint: z.string({ message: 'forms:choose' }).max(40) })

export const nameForm = z.object({
  name: line(80),
  slug: optionalLine(32),
  country,
  city: optionalLine(80),
  timeZone: optionalTimeZone,
  trade: optionalLine(80),
  locale: oneOf(LOCALES),
})

/** Two colours: one of our pairs, or the founders' own. */
export const lookForm = z.object({
  pair: sentText(40),
  shown: sentText(200),
  colour: hexColour,
  colour2: hexColour,
})

export const peopleForm = z.object({ founders: addresses(MAX_FOUNDERS) })
export const newcomerForm = peopleForm.extend({
  person: line(120),
  email,
  password: newSecret,
})

/** The terms of every clause for which founders are asked. */
export function charterForm(currency: string) {
  const fields = clausesInForms().map((clause) => fieldSchemas(clause, currency))
  return z.object(Object.assign({}, ...fields) as Record<string, z.ZodType<number>>)
}
