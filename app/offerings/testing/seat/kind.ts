import { money } from '#app/kernel/money.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { PriceLine } from '#app/kernel/price-line.ts'
import type { Kind, Offer, Quote } from '../../kind.ts'

/** A workshop on one date with a number of seats. The cost of its material is known after it, up to a bound. */
export type SeatFields = {
  readonly start: string
  readonly minutes: number
  readonly seats: number
  readonly minor: number
  readonly mostMaterialMinor: number
}
export type SeatChoices = { readonly seats: number }
export type SeatRefusal = 'count-out-of-range'

export const kind: Kind<SeatRefusal> = { name: 'seat', offer, samples: {} }

function offer(stored: unknown): Offer<SeatRefusal> {
  const fields = stored as SeatFields
  const quote = (choices: unknown, currency: string): Outcome<Quote, SeatRefusal> => {
    const { seats } = choices as SeatChoices
    if (!Number.isInteger(seats) || seats < 1 || seats > fields.seats)
      return refused('count-out-of-range')
    const lines = linesOf(fields, { seats, currency })
    const total = money(BigInt(fields.minor * seats), currency)
    const maximum = money(total.minor + BigInt(fields.mostMaterialMinor * seats), currency)
    const bound = fields.mostMaterialMinor > 0 ? maximum : null
    return done({ lines, total, bound, workMinutes: null, lasts: fields.minutes })
  }
  return {
    usual: { seats: 1 },
    workers: 1,
    quote,
    leanest: (currency) => {
      const quoted = quote({ seats: 1 }, currency)
      return quoted.ok ? quoted.value : null
    },
  }
}

type SeatsSold = {
  readonly seats: number
  readonly currency: string
  readonly materialMinor?: number
}

/** Returns the price lines of seats, with their material once its cost is known. */
export function linesOf(
  { minor }: SeatFields,
  { seats, currency, materialMinor = 0 }: SeatsSold,
): PriceLine[] {
  const line = (key: string, kind: PriceLine['kind'], each: number): PriceLine => ({
    kind,
    key,
    label: key,
    quantity: seats,
    amount: money(BigInt(each * seats), currency),
  })
  const material = materialMinor > 0 ? [line('material', 'pass-through', materialMinor)] : []
  return [line('seat', 'commissionable', minor), ...material]
}
