import { z } from 'zod'
import { normaliseEmail } from '#app/domains/identity/person.ts'
import type { FormState } from '#app/ui/form.tsx'
import {
  again,
  amount,
  email,
  hexColour,
  line,
  oneOf,
  optionalLine,
  paragraph,
  percent,
  wholeNumber,
} from '#app/request/form.server.ts'
import { LANDS } from '#tenants/lands.ts'

export const blueprintForm = z.object({ blueprint: z.string({ message: 'forms:choose' }).max(40) })

const countries = LANDS.map(({ country }) => country)

export const nameForm = z.object({
  name: line(80),
  slug: optionalLine(60),
  country: oneOf(countries as [string, ...string[]]),
  city: optionalLine(80),
})

/** Two colours: one of our pairs, or the founders' own. */
export const lookForm = z.object({
  pair: z.string().default('own'),
  colour: hexColour,
  colour2: hexColour,
})

const MOST_FOUNDERS = 20

/** Addresses, one a line. */
const founders = paragraph(4000).transform((text, context) => {
  const read = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((typed) => ({ typed, address: normaliseEmail(typed) }))
  if (read.some(({ address }) => !address))
    context.addIssue({ code: 'custom', message: 'forms:not-an-email' })
  if (read.length > MOST_FOUNDERS)
    context.addIssue({ code: 'custom', message: 'founding:too-many' })
  return [...new Set(read.flatMap(({ address }) => address ?? []))]
})

export const peopleForm = z.object({ founders })
export const newcomerForm = peopleForm.extend({
  person: line(120),
  email,
  password: z.string({ message: 'forms:required' }).max(400, 'forms:too-long'),
})

/** Answers a refused list of founders with the addresses that are none, so that nobody has to guess which. */
export function withBadLines(form: FormState) {
  const typed = (form.values['founders'] ?? '').split(/[\s,;]+/)
  const bad = typed.filter((one) => one && !normaliseEmail(one)).join(', ')
  return again({ ...form, values: { ...form.values, bad } })
}

export const charterForm = (currency: string) =>
  z.object({
    workers: percent,
    hourly: amount(currency),
    hours: wholeNumber(0, 168),
    kept: percent,
  })
