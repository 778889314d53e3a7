import type { z } from 'zod'
import type { TermsRequest, TermsRefusal } from '#app/flows/federation/change-terms.server.ts'
import { CLAUSES } from '#app/domains/charter/clauses.ts'
import { money, toDecimal } from '#app/kernel/money.ts'
import { canonical } from '#app/kernel/canonical.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { readDay } from '#app/kernel/dates.ts'
import { nameAndSlug } from '#app/views/founding/co-op-name.tsx'
import { FLOOR_CURRENCIES, type termsForm } from './forms.server.ts'

/** Returns the terms that a form asks for, or undefined when its date is invalid. An empty date means now; a date means its first moment. */
export function termsAsked(
  value: z.output<typeof termsForm>,
  at: Instant,
): TermsRequest | undefined {
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

const startOf = (date: string) => readDay(date)?.toZonedDateTime('UTC').toInstant()

/** Returns the errors of refused terms by field. An error names the limit that was passed. */
export function problemOf(refusal: TermsRefusal, { hourlyFloors }: TermsRequest) {
  const key = `refusals:${refusal}`
  const floor = (is: (minor: number) => boolean) =>
    Object.keys(hourlyFloors).find((currency) => is(hourlyFloors[currency] ?? 0)) ?? ''
  switch (refusal) {
    case 'terms-past':
      return { from: key }
    case 'terms-too-much':
      return { workers: key }
    case 'terms-no-floor':
      return { [`floor-${floor((minor) => minor <= 0)}`]: key }
    case 'terms-floor-too-high': {
      const currency = floor((minor) => minor > CLAUSES.floor.terms.hourlyMinor.max)
      const most = toDecimal(money(BigInt(CLAUSES.floor.terms.hourlyMinor.max), currency))
      return { [`floor-${currency}`]: `${key} ${most}` }
    }
    default:
      return { fee: key }
  }
}

/** Writes co-ops as a list of names. */
export const namesOf = (coOps: readonly { readonly name: string; readonly slug: string }[]) =>
  coOps.map(nameAndSlug).join(', ')

type Figures = Pick<TermsRequest, 'feeBp' | 'workersFloorBp' | 'hourlyFloors'>

/** Returns the figures that would change. */
export function changesOf(then: Figures, asked: Figures) {
  const shares = [
    { what: 'fee', currency: '', before: then.feeBp, after: asked.feeBp },
    { what: 'workers', currency: '', before: then.workersFloorBp, after: asked.workersFloorBp },
  ] as const
  const floors = Object.entries(asked.hourlyFloors).map(([currency, after]) => ({
    what: 'hour' as const,
    currency,
    before: then.hourlyFloors[currency] ?? 0,
    after,
  }))
  return [...shares, ...floors].filter(({ before, after }) => before !== after)
}

/** Returns the figures and their first day as one text, which tells whether the agreed figures are the requested ones. */
export const figuresOf = ({ feeBp, workersFloorBp, hourlyFloors }: Figures, from: string) =>
  canonical({ feeBp, workersFloorBp, hourlyFloors, from })
