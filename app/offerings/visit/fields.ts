import { z } from 'zod'
import type { VisitFields } from './visit.ts'

const amountOrCount = z.int().nonnegative()
const text = z.string().regex(/^[\s\S]{0,500}$/)
const keyed = { key: text.min(1), label: text }

const stored: z.ZodType<VisitFields> = z.object({
  baseMinor: amountOrCount,
  baseMinutes: amountOrCount,
  teamSize: z.int().positive(),
  counters: z.array(
    z.object({
      ...keyed,
      unitMinor: amountOrCount,
      unitMinutes: amountOrCount,
      usual: amountOrCount,
      max: amountOrCount,
    }),
  ),
  tiers: z.array(z.object({ ...keyed, about: text, factorBp: amountOrCount })).nonempty(),
  extras: z.array(z.object({ ...keyed, minor: amountOrCount, minutes: amountOrCount })),
})

/** Reads the stored fields of a visit. @throws TypeError naming the first field that is not a visit's. */
export function readVisitFields(fields: unknown): VisitFields {
  const read = stored.safeParse(fields)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new TypeError(`No fields of a visit: ${issue?.path.join('.')}: ${issue?.message}`)
}
