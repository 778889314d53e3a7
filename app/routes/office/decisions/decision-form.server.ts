import { z } from 'zod'
import { amount, line, paragraph, percent, wholeNumber } from '#app/request/form.server.ts'

const words = { title: line(160), body: paragraph(8000), secret: z.string().optional() }

/** What a proposal's form may hold: words, and the terms of the one clause it is about. */
export function schemaFor(currency: string) {
  return z.discriminatedUnion(
    'clause',
    [
      z.object({ ...words, clause: z.literal('split'), workers: percent }),
      z.object({ ...words, clause: z.literal('floor'), hourly: amount(currency) }),
      z.object({
        ...words,
        clause: z.literal('cancellation'),
        hours: wholeNumber(0, 168),
        kept: percent,
      }),
      z.object({ ...words, clause: z.literal('none') }),
    ],
    { message: 'forms:choose' },
  )
}
