import { hourlyOf } from '#app/rules/offerings/hourly-pay.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money } from '#app/kernel/money.ts'
import { readVisitFields } from './fields.ts'
import {
  quoteVisit,
  lowestPayChoices,
  usualChoices,
  type VisitChoices,
  type VisitFields,
} from './visit.ts'

const homeVisit: VisitFields = {
  baseMinor: 3000,
  baseMinutes: 60,
  teamSize: 2,
  counters: [
    { key: 'bedrooms', label: 'Bedrooms', unitMinor: 1200, unitMinutes: 30, usual: 2, max: 8 },
    { key: 'bathrooms', label: 'Bathrooms', unitMinor: 1400, unitMinutes: 40, usual: 1, max: 6 },
  ],
  tiers: [
    { key: 'regular', label: 'Regular', about: '', factorBp: 10_000 },
    { key: 'deep', label: 'Deep', about: '', factorBp: 19_500 },
  ],
  extras: [{ key: 'oven', label: 'Inside the oven', minor: 1600, minutes: 30 }],
}

test('two bedrooms, a bathroom and the oven cost 84.00 and take 3 h 30 of work', () => {
  const quote = quoteVisit(
    homeVisit,
    { counts: { bedrooms: 2, bathrooms: 1 }, tier: 'regular', extras: ['oven'], tipMinor: 0 },
    'GBP',
  )

  expect(quote).toMatchObject({
    ok: true,
    value: { total: money(8400n, 'GBP'), workMinutes: 190, lasts: 105 },
  })
})

test('a count, a tier or an extra that is not offered is refused with its reason', () => {
  const usual = usualChoices(homeVisit)

  expect(quoteVisit(homeVisit, { ...usual, counts: { bedrooms: 9 } }, 'GBP')).toEqual({
    ok: false,
    refusal: 'count-out-of-range',
  })
  expect(quoteVisit(homeVisit, { ...usual, counts: { bedrooms: 1.5 } }, 'GBP')).toEqual({
    ok: false,
    refusal: 'count-out-of-range',
  })
  expect(quoteVisit(homeVisit, { ...usual, tier: 'secret' }, 'GBP')).toEqual({
    ok: false,
    refusal: 'tier-unknown',
  })
  expect(quoteVisit(homeVisit, { ...usual, extras: ['gold'] }, 'GBP')).toEqual({
    ok: false,
    refusal: 'extra-unknown',
  })
  expect(quoteVisit(homeVisit, { ...usual, tipMinor: -1 }, 'GBP')).toEqual({
    ok: false,
    refusal: 'tip-out-of-range',
  })
})

test('any choice: the lines add up, and one room more never costs less or takes less time', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 7 }),
      fc.integer({ min: 0, max: 6 }),
      fc.constantFrom('regular', 'deep'),
      (bedrooms, bathrooms, tier) => {
        const quoteFor = (rooms: number) =>
          quoteVisit(
            homeVisit,
            { counts: { bedrooms: rooms, bathrooms }, tier, extras: [], tipMinor: 0 },
            'GBP',
          )
        const [fewer, more] = [quoteFor(bedrooms), quoteFor(bedrooms + 1)]
        if (!fewer.ok || !more.ok) throw new Error('refused')
        expect(fewer.value.lines.reduce((sum, { amount }) => sum + amount.minor, 0n)).toBe(
          fewer.value.total.minor,
        )
        expect(more.value.total.minor).toBeGreaterThan(fewer.value.total.minor)
        expect(more.value.lasts).toBeGreaterThanOrEqual(fewer.value.lasts)
      },
    ),
  )
})

test('79.80 for 210 minutes of work is 22.80 an hour', () => {
  expect(hourlyOf(money(7980n, 'GBP'), 210)).toEqual(money(2280n, 'GBP'))
})

const amount = fc.integer({ min: 0, max: 5000 })
const minutes = fc.integer({ min: 0, max: 240 })
const anyVisit: fc.Arbitrary<VisitFields> = fc.record({
  baseMinor: amount,
  baseMinutes: fc.integer({ min: 15, max: 240 }),
  teamSize: fc.constant(1),
  counters: fc
    .array(fc.tuple(amount, minutes, fc.integer({ min: 1, max: 3 })), { maxLength: 2 })
    .map((rows) =>
      rows.map(([unitMinor, unitMinutes, max], index) => ({
        key: `c${index}`,
        label: '',
        unitMinor,
        unitMinutes,
        usual: 0,
        max,
      })),
    ),
  tiers: fc
    .array(fc.integer({ min: 5000, max: 30_000 }), { minLength: 1, maxLength: 2 })
    .map((rows) =>
      rows.map((factorBp, index) => ({ key: `t${index}`, label: '', about: '', factorBp })),
    ),
  extras: fc
    .array(fc.tuple(amount, minutes), { maxLength: 2 })
    .map((rows) =>
      rows.map(([minor, time], index) => ({ key: `x${index}`, label: '', minor, minutes: time })),
    ),
})

/** Returns all possible choices of a small visit. */
function allChoices({ counters, tiers, extras }: VisitFields): VisitChoices[] {
  let counts: Record<string, number>[] = [{}]
  for (const { key, max } of counters)
    counts = counts.flatMap((partial) =>
      Array.from({ length: max + 1 }, (_, count) => ({ ...partial, [key]: count })),
    )
  let extraSets: string[][] = [[]]
  for (const { key } of extras)
    extraSets = extraSets.flatMap((partial) => [partial, [...partial, key]])
  return tiers.flatMap(({ key: tier }) =>
    counts.flatMap((partial) =>
      extraSets.map((chosen) => ({ counts: partial, tier, extras: chosen, tipMinor: 0 })),
    ),
  )
}

test('no choice pays less by the hour than the lowest-pay choices, except for rounding', () => {
  const rate = (fields: VisitFields, choices: VisitChoices) => {
    const quote = quoteVisit(fields, choices, 'GBP')
    if (!quote.ok) throw new Error(quote.refusal)
    return Number(hourlyOf(quote.value.total, quote.value.workMinutes).minor)
  }
  fc.assert(
    fc.property(anyVisit, (fields) => {
      const least = Math.min(...allChoices(fields).map((choices) => rate(fields, choices)))
      const lowest = rate(fields, lowestPayChoices(fields))
      // Minutes and money are rounded in each line.
      expect(lowest - least).toBeLessThanOrEqual(2 + lowest * 0.12)
    }),
  )
})

test('stored fields are read as they were written, and what is not a visit is a fault that names the field', () => {
  expect(readVisitFields(JSON.parse(JSON.stringify(homeVisit)))).toEqual(homeVisit)
  expect(() => readVisitFields({ ...homeVisit, teamSize: '2' })).toThrow('teamSize')
  expect(() => readVisitFields({ ...homeVisit, tiers: [] })).toThrow('tiers')
  expect(() => readVisitFields({ seats: 3 })).toThrow('No fields of a visit: baseMinor')
})
