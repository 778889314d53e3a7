import { divideHalfAway, money } from '#app/kernel/money.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { type PriceLine, totalOf } from '#app/kernel/price-line.ts'
import type { Quote } from '../kind.ts'

/**
 * Something that is counted at the customer's place, with a price and time for each: bedrooms, windows, flower beds.
 */
export type Counter = {
  readonly key: string
  readonly label: string
  readonly unitMinor: number
  readonly unitMinutes: number
  readonly usual: number
  readonly max: number
}
/** A level of thoroughness: a factor in basis points on the price and time of the counted work. */
export type Tier = {
  readonly key: string
  readonly label: string
  readonly about: string
  readonly factorBp: number
}
/** An extra with its own price and time, in every tier. */
export type Extra = {
  readonly key: string
  readonly label: string
  readonly minor: number
  readonly minutes: number
}

/** The fields of a visit: the base work, the counters, the tiers, the extras, and the size of the team. */
export type VisitFields = {
  readonly baseMinor: number
  readonly baseMinutes: number
  readonly teamSize: number
  readonly counters: readonly Counter[]
  readonly tiers: readonly Tier[]
  readonly extras: readonly Extra[]
}

/** A customer's choices: the counts, the tier, the extras and the tip. */
export type VisitChoices = {
  readonly counts: Readonly<Record<string, number>>
  readonly tier: string
  readonly extras: readonly string[]
  readonly tipMinor: number
}

/** How far ahead a visit can be booked, in days: members set their hours for about half a year. */
export const HORIZON_DAYS = 200

/** How long before its start a visit can be booked at the latest, in hours. */
export const NOTICE_HOURS = 4

/** The highest tip, in minor units. A higher one is a mistake. */
export const MAX_TIP_MINOR = 100_000_00

/** The quote of a visit. Its price is fixed when it is booked. */
export type VisitQuote = Quote & {
  readonly bound: null
  /** Work in minutes, all workers together. */
  readonly workMinutes: number
  /** How long the team stays, in minutes: the work divided among the team, in whole quarters of an hour. */
  readonly lasts: number
}

export type VisitRefusal =
  | 'count-out-of-range'
  | 'tier-unknown'
  | 'extra-unknown'
  | 'tip-out-of-range'

/** Prices a visit. The same choices always give the same lines, because only the listing decides. */
export function quoteVisit(
  fields: VisitFields,
  choices: VisitChoices,
  currency: string,
): Outcome<VisitQuote, VisitRefusal> {
  const tier = fields.tiers.find(({ key }) => key === choices.tier)
  if (!tier) return refused('tier-unknown')
  const counts = fields.counters.map((counter) => ({
    counter,
    count: choices.counts[counter.key] ?? 0,
  }))
  if (
    counts.some(
      ({ counter, count }) => !Number.isInteger(count) || count < 0 || count > counter.max,
    )
  )
    return refused('count-out-of-range')
  const extras = choices.extras.map((key) => fields.extras.find((extra) => extra.key === key))
  if (!extras.every((extra) => extra !== undefined)) return refused('extra-unknown')
  const { tipMinor } = choices
  if (!Number.isInteger(tipMinor) || tipMinor < 0 || tipMinor > MAX_TIP_MINOR)
    return refused('tip-out-of-range')

  const priceOf = (minor: number) => money(atTier(minor, tier), currency)
  const lines: PriceLine[] = [
    line('commissionable', 'base', {
      label: tier.label,
      quantity: 1,
      amount: priceOf(fields.baseMinor),
    }),
    ...counts
      .filter(({ count }) => count > 0)
      .map(({ counter, count }) =>
        line('commissionable', `count:${counter.key}`, {
          label: counter.label,
          quantity: count,
          amount: priceOf(counter.unitMinor * count),
        }),
      ),
    ...extras.map((extra) =>
      line('commissionable', `extra:${extra.key}`, {
        label: extra.label,
        quantity: 1,
        amount: money(BigInt(extra.minor), currency),
      }),
    ),
    ...(tipMinor > 0
      ? [
          line('tip', 'tip', {
            label: 'tip',
            quantity: 1,
            amount: money(BigInt(tipMinor), currency),
          }),
        ]
      : []),
  ]
  const countedMinutes =
    fields.baseMinutes +
    counts.reduce((sum, { counter, count }) => sum + counter.unitMinutes * count, 0)
  const workMinutes =
    Math.round((countedMinutes * tier.factorBp) / 10_000) +
    extras.reduce((sum, { minutes }) => sum + minutes, 0)
  return done({
    lines,
    total: totalOf(lines, currency),
    bound: null,
    workMinutes,
    lasts: durationOf(workMinutes, fields.teamSize),
  })
}

/** Applies a tier's factor to a price or a time of counted work. */
export function atTier(amount: number, { factorBp }: Pick<Tier, 'factorBp'>): bigint {
  return divideHalfAway(BigInt(amount) * BigInt(factorBp), 10_000n)
}

/**
 * Returns the choices that a listing's page starts from: the usual count of everything, the first tier and no extras.
 */
export function usualChoices(fields: VisitFields): VisitChoices {
  return {
    counts: Object.fromEntries(fields.counters.map(({ key, usual }) => [key, usual])),
    tier: fields.tiers[0]?.key ?? '',
    extras: [],
    tipMinor: 0,
  }
}

/**
 * Returns the choices by which an hour of work costs a customer least: of each counter and extra either everything or
 * nothing, whichever lowers the price of an hour. A floor that these choices meet is met by all choices, except for
 * rounding.
 */
export function lowestPayChoices(fields: VisitFields): VisitChoices {
  const candidates = fields.tiers.map((tier) => lowestPayInTier(fields, tier))
  const [lowest] = candidates.toSorted((a, b) => a.rate - b.rate)
  return lowest?.choices ?? usualChoices(fields)
}

function lowestPayInTier(fields: VisitFields, tier: Tier) {
  const factor = tier.factorBp / 10_000
  const counters = fields.counters.map(({ key, unitMinor, unitMinutes, max }) => ({
    counter: key,
    max,
    minor: unitMinor * max * factor,
    minutes: unitMinutes * max * factor,
  }))
  const extras = fields.extras.map(({ key, minor, minutes }) => ({ extra: key, minor, minutes }))
  const parts = [...counters, ...extras].toSorted((a, b) => rateOf(a) - rateOf(b))
  const visit = { minor: fields.baseMinor * factor, minutes: fields.baseMinutes * factor }
  const counts: Record<string, number> = {}
  const chosen: string[] = []
  for (const part of parts) {
    if (rateOf(part) >= rateOf(visit)) break
    visit.minor += part.minor
    visit.minutes += part.minutes
    if ('extra' in part) chosen.push(part.extra)
    else counts[part.counter] = part.max
  }
  const choices = { counts, tier: tier.key, extras: chosen, tipMinor: 0 }
  return { choices, rate: rateOf(visit) }
}

const rateOf = ({ minor, minutes }: { readonly minor: number; readonly minutes: number }) =>
  minutes === 0 ? Number.POSITIVE_INFINITY : minor / minutes

/**
 * Returns how long a team stays for some work, in minutes, in whole quarters of an hour. Customers read this duration.
 */
function durationOf(workMinutes: number, teamSize: number): number {
  return Math.max(15, Math.ceil(workMinutes / teamSize / 15) * 15)
}

type LineDetails = Pick<PriceLine, 'label' | 'quantity' | 'amount'>

function line(kind: PriceLine['kind'], key: string, details: LineDetails): PriceLine {
  return { kind, key, ...details }
}
