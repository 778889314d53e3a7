import { expect, test } from 'vitest'
import {
  applyAmendment,
  directionOf,
  checkAgainstFederation,
  moreProtective,
  refusalOf,
  cappedForFee,
} from './amendment.ts'
import { charterText } from './charter.ts'
import type { Charter } from './clauses.ts'

const charter: Charter = {
  split: { workersBp: 9500 },
  floor: { hourlyMinor: 1500 },
  cancellation: { freeHours: 24, keptBp: 5000 },
  voting: {
    quorumBp: 5000,
    majorityBp: 5000,
    discussionHours: 72,
    votingHours: 168,
    coolingOffHours: 24,
  },
  surplus: { reserveBp: 3000 },
  data: { keepMonths: 24 },
}
const floors = { workersBp: 8000, hourlyMinor: 1221, feeBp: 100 }

test('less for the workers lowers a protection, more raises one', () => {
  expect(directionOf(charter, { clause: 'split', terms: { workersBp: 9200 } })).toBe(
    'protective-down',
  )
  expect(directionOf(charter, { clause: 'split', terms: { workersBp: 9600 } })).toBe(
    'protective-up',
  )
  expect(
    directionOf(charter, { clause: 'cancellation', terms: { freeHours: 48, keptBp: 6000 } }),
  ).toBe('protective-down')
  expect(
    directionOf(charter, { clause: 'voting', terms: { ...charter.voting, coolingOffHours: 48 } }),
  ).toBe('neutral')
})

test('an amendment below the federation’s floors is refused with its reason', () => {
  expect(refusalOf(charter, { clause: 'split', terms: { workersBp: 7900 } }, floors)).toBe(
    'below-federation-split',
  )
  expect(refusalOf(charter, { clause: 'split', terms: { workersBp: 1000 } }, floors)).toBe(
    'below-federation-split',
  )
  expect(refusalOf(charter, { clause: 'split', terms: { workersBp: 9651 } }, floors)).toBe(
    'split-leaves-too-little',
  )
  expect(refusalOf(charter, { clause: 'floor', terms: { hourlyMinor: 1200 } }, floors)).toBe(
    'below-federation-floor',
  )
  expect(refusalOf(charter, { clause: 'split', terms: { workersBp: 9500 } }, floors)).toBe(
    'nothing-changes',
  )
  expect(
    refusalOf(charter, { clause: 'split', terms: { workersBp: 9000 } }, floors),
  ).toBeUndefined()
  expect(refusalOf(charter, { clause: 'floor', terms: { hourlyMinor: 10_000_001 } }, floors)).toBe(
    'terms-out-of-range',
  )
})

test('an amendment changes its clause and nothing else, and with it the text that is hashed', () => {
  const next = applyAmendment(charter, { clause: 'split', terms: { workersBp: 9600 } })

  expect(next).toEqual({ ...charter, split: { workersBp: 9600 } })
  expect(charterText(next)).not.toBe(charterText(charter))
})

test('a clause reverts number by number to the more protective terms, up to the limit that the fee leaves', () => {
  expect(
    moreProtective(
      'cancellation',
      { freeHours: 48, keptBp: 4000 },
      { freeHours: 24, keptBp: 5000 },
    ),
  ).toEqual({ freeHours: 24, keptBp: 4000 })
  expect(cappedForFee({ clause: 'split', terms: { workersBp: 9700 } }, 200)).toEqual({
    clause: 'split',
    terms: { workersBp: 9550 },
  })
  const data = { clause: 'data', terms: { keepMonths: 24 } } as const
  expect(cappedForFee(data, 200)).toEqual(data)
})

test('a charter is compared with raised floors, and with a fee that leaves no room', () => {
  expect(checkAgainstFederation(charter, floors)).toEqual({
    belowFloor: false,
    overFeeLimit: false,
  })
  expect(checkAgainstFederation(charter, { ...floors, hourlyMinor: 1501 }).belowFloor).toBe(true)
  expect(checkAgainstFederation(charter, { ...floors, workersBp: 9501 }).belowFloor).toBe(true)
  expect(checkAgainstFederation(charter, { ...floors, feeBp: 251 }).overFeeLimit).toBe(true)
})
