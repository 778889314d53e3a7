import type { z } from 'zod'
import type { TermsAsked } from '#app/flows/govern-federation.server.ts'
import { type Instant, Temporal } from '#app/kernel/clock.ts'
import { FLOOR_CURRENCIES, type termsForm } from './forms.server.ts'

/** What the form asks for as terms; undefined when its date is none. An empty date means now, another its first moment. */
export function termsAsked(value: z.output<typeof termsForm>, at: Instant): TermsAsked | undefined {
  const floors: Readonly<Record<string, unknown>> = value
  const from = value.from === '' ? at : startOf(value.from)
  return (
    from && {
      feeBp: value.fee,
      workersFloorBp: value.workers,
      reason: value.reason,
      hourlyFloors: Object.fromEntries(
        FLOOR_CURRENCIES.map((currency) => [currency, Number(floors[`floor-${currency}`])]),
      ),
      from,
    }
  )
}

function startOf(date: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' }).toZonedDateTime('UTC').toInstant()
  } catch {
    return undefined
  }
}
