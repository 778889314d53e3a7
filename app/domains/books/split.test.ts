import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MemberId } from '#app/kernel/ids.ts'
import { type Money, money, sum } from '#app/kernel/money.ts'
import type { PriceLine } from '#app/kernel/price-line.ts'
import { divideAmongWorkers, retainedParts, type Parts, split } from './split.ts'

const usd = (minor: bigint) => money(minor, 'USD')
const priceLine = (minor: bigint, kind: PriceLine['kind'] = 'commissionable'): PriceLine => ({
  kind,
  key: kind,
  label: kind,
  quantity: 1,
  amount: usd(minor),
})
const totalOf = ({ workers, federation, card, coOp, earmarks }: Parts): Money =>
  sum([workers, federation, card, coOp, ...earmarks.values()], 'USD')
const rule = { workersBp: 9500, federationBp: 100 }

test('of 84.00 the workers get 79.80, the federation 0.84, the card 1.60 and the co-op 1.76', () => {
  const parts = split([priceLine(8400n)], rule, usd(160n))

  expect(
    [parts.workers, parts.federation, parts.card, parts.coOp].map(({ minor }) => minor),
  ).toEqual([7980n, 84n, 160n, 176n])
})

test.each([
  [2310n, 347n, 1963n],
  [800n, 120n, 680n],
  [6097n, 915n, 5182n],
])(
  'a ride of %s cents at 15%% commission leaves the co-op %s and the driver %s',
  (fare, coOp, driver) => {
    const parts = split([priceLine(fare)], { workersBp: 8500, federationBp: 0 }, usd(0n))

    expect([parts.coOp.minor, parts.workers.minor]).toEqual([coOp, driver])
  },
)

test('a tip and a toll go to the workers whole', () => {
  const parts = split(
    [priceLine(8400n), priceLine(600n, 'tip'), priceLine(250n, 'pass-through')],
    rule,
    usd(171n),
  )

  expect(parts.workers.minor).toBe(7980n + 600n + 250n)
})

const someLines = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'commissionable' as const,
      'tip' as const,
      'pass-through' as const,
      'earmark' as const,
    ),
    minor: fc.bigInt({ min: 0n, max: 10_000_000n }),
  }),
  { minLength: 1, maxLength: 8 },
)
const someRule = fc.record({
  workersBp: fc.integer({ min: 0, max: 10_000 }),
  federationBp: fc.integer({ min: 0, max: 2000 }),
})

test('any price and any rule: no unit is lost and none is made', () => {
  fc.assert(
    fc.property(
      someLines,
      someRule,
      fc.bigInt({ min: 0n, max: 10_000n }),
      (lines, drawnRule, card) => {
        const priced = lines.map(({ kind, minor }) => priceLine(minor, kind))
        expect(totalOf(split(priced, drawnRule, usd(card))).minor).toBe(
          lines.reduce((total, { minor }) => total + minor, 0n),
        )
      },
    ),
  )
})

test('any refund: the retained and the returned amounts add up, and when nothing is retained only the card’s cost remains', () => {
  fc.assert(
    fc.property(
      someLines,
      someRule,
      fc.integer({ min: 0, max: 10_000 }),
      (lines, drawnRule, retainedBp) => {
        const priced = lines.map(({ kind, minor }) => priceLine(minor, kind))
        const paid = usd(lines.reduce((total, { minor }) => total + minor, 0n))
        fc.pre(paid.minor > 0n)
        const parts = split(priced, drawnRule, usd(30n))
        const retained = usd((paid.minor * BigInt(retainedBp)) / 10_000n)

        expect(totalOf(retainedParts(parts, paid, retained)).minor).toBe(retained.minor)
        expect(retainedParts(parts, paid, usd(0n)).coOp.minor).toBe(-30n)
        expect(retainedParts(parts, paid, usd(0n)).workers.minor).toBe(0n)
        expect(retainedParts(parts, paid, paid)).toEqual(parts)
      },
    ),
  )
})

test('any team: the shares add up to the workers’ part, in any order of the workers', () => {
  const team = fc.uniqueArray(
    fc.record({
      member: fc.uuid().map((id) => id as MemberId),
      weight: fc.bigInt({ min: 1n, max: 600n }),
    }),
    {
      minLength: 1,
      maxLength: 6,
      selector: ({ member }) => member,
    },
  )
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 1_000_000n }), team, (minor, workers) => {
      const shares = divideAmongWorkers(usd(minor), workers)
      expect([...shares.values()].reduce((total, share) => total + share.minor, 0n)).toBe(minor)
      expect(new Map(divideAmongWorkers(usd(minor), workers.toReversed()))).toEqual(new Map(shares))
    }),
  )
})
