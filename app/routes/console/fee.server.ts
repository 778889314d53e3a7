import type { z } from 'zod'
import type { TermsAsked, TermsRefusal } from '#app/flows/change-terms.server.ts'
import { canonical } from '#app/kernel/canonical.ts'
import { type Instant, Temporal } from '#app/kernel/clock.ts'
import { nameAndSlug } from '#app/ui/co-op-name.tsx'
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

/** The field that a refusal of terms stands beside. */
export function fieldOf(refusal: TermsRefusal, { hourlyFloors }: TermsAsked): string {
  if (refusal === 'terms-past') return 'from'
  if (refusal === 'terms-too-much') return 'workers'
  const none = Object.keys(hourlyFloors).find((currency) => (hourlyFloors[currency] ?? 0) <= 0)
  return refusal === 'terms-no-floor' && none ? `floor-${none}` : 'fee'
}

/** A list of co-ops by name. */
export const namesOf = (coOps: readonly { readonly name: string; readonly slug: string }[]) =>
  coOps.map(nameAndSlug).join(', ')

type Figures = Pick<TermsAsked, 'feeBp' | 'workersFloorBp' | 'hourlyFloors'>

/** The figures that would be others than now. */
export function changesOf(now: Figures, asked: Figures) {
  const shares = [
    { what: 'fee', currency: '', before: now.feeBp, after: asked.feeBp },
    { what: 'workers', currency: '', before: now.workersFloorBp, after: asked.workersFloorBp },
  ] as const
  const floors = Object.entries(asked.hourlyFloors).map(([currency, after]) => ({
    what: 'hour' as const,
    currency,
    before: now.hourlyFloors[currency] ?? 0,
    after,
  }))
  return [...shares, ...floors].filter(({ before, after }) => before !== after)
}

/** The figures as one word, to tell whether those agreed to are those asked for. */
export const figuresOf = ({ feeBp, workersFloorBp, hourlyFloors }: Figures) =>
  canonical({ feeBp, workersFloorBp, hourlyFloors })
