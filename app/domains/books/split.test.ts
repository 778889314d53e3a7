import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MemberId } from '#app/kernel/ids.ts'
import { type Money, money, sum } from '#app/kernel/money.ts'
import type { PriceLine } from '#app/kernel/price-line.ts'
import { amongWorkers, retainedParts, type Parts, split } from './split.ts'

const usd = (minor: bigint) => money(minor, 'USD')
const work = (minor: bigint, kind: PriceLine['kind'] = 'commissionable'): PriceLine => ({
  kind,
  key: kind,
  label: kind,
  quantity: 1,
  amount: usd(minor),
})
const all = ({ workers, federation, card, coOp, earmarks }: Parts): Money =>
  sum([workers, federation, card, coOp, ...earmarks.values()], 'USD')
const rule = { workersBp: 9500, federationBp: 100 }

test('of 84.00 the workers get 79.80, the federation 0.84, the card 1.60 and the co-op 1.76', () => {
  const parts = split([work(8400n)], rule, usd(160n))

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
    const parts = split([work(fare)], { workersBp: 8500, federationBp: 0 }, usd(0n))

    expect([parts.coOp.minor, parts.workers.minor]).toEqual([coOp, driver])
  },
)

test('a tip and a toll go to the workers whole', () => {
  const parts = split([work(8400n), work(600n, 'tip'), work(250n, 'pass-through')], rule, usd(171n))

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
      (lines, someRule_, card) => {
        const priced = lines.map(({ kind, minor }) => work(minor, kind))
        expect(all(split(priced, someRule_, usd(card))).minor).toBe(
          lines.reduce((total, { minor }) => total + minor, 0n),
        )
      },
    ),
  )
})

test('any refund: what is kept and what is given back add up, and nothing kept leaves the card’s cost alone', () => {
  fc.assert(
    fc.property(
      someLines,
      someRule,
      fc.integer({ min: 0, max: 10_000 }),
      (lines, someRule_, keptBp) => {
        const priced = lines.map(({ kind, minor }) => work(minor, kind))
        const paid = usd(lines.reduce((total, { minor }) => total + minor, 0n))
        fc.pre(paid.minor > 0n)
        const parts = split(priced, someRule_, usd(30n))
        const kept = usd((paid.minor * BigInt(keptBp)) / 10_000n)

        expect(all(retainedParts(parts, paid, kept)).minor).toBe(kept.minor)
        expect(retainedParts(parts, paid, usd(0n)).coOp.minor).toBe(-30n)
        expect(retainedParts(parts, paid, usd(0n)).workers.minor).toBe(0n)
        expect(retainedParts(parts, paid, paid)).toEqual(parts)
      },
    ),
  )
})

test('any team: the shares add up to the workers’ part, in whatever order they are named', () => {
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
      const shares = amongWorkers(usd(minor), workers)
      expect([...shares.values()].reduce((total, share) => total + share.minor, 0n)).toBe(minor)
      expect(new Map(amongWorkers(usd(minor), workers.toReversed()))).toEqual(new Map(shares))
    }),
  )
})
