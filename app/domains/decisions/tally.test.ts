import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Ballot, tally } from './tally.ts'

const simple = { quorumBp: 5000, majorityBp: 5000, overHalfOfMembers: false }
const votes = (yes: number, no: number, abstain = 0): Ballot[] => [
  ...Array.from({ length: yes }, () => ({ choice: 'yes' as const, weight: 1 })),
  ...Array.from({ length: no }, () => ({ choice: 'no' as const, weight: 1 })),
  ...Array.from({ length: abstain }, () => ({ choice: 'abstain' as const, weight: 1 })),
]

test('more yes than no passes when half of all members voted; a tie fails', () => {
  expect(tally(votes(3, 2), 10, simple)).toMatchObject({ quorate: true, passed: true })
  expect(tally(votes(3, 3), 10, simple)).toMatchObject({ quorate: true, passed: false })
})

test('the quorum is of all members, and an abstention counts towards it and towards nothing else', () => {
  expect(tally(votes(4, 0), 10, simple)).toMatchObject({ quorate: false, passed: false })
  expect(tally(votes(1, 0, 4), 10, simple)).toMatchObject({ quorate: true, passed: true })
})

test('lowering a protection needs its part of the votes and more than half of all members', () => {
  const down = { quorumBp: 5000, majorityBp: 7500, overHalfOfMembers: true }

  expect(tally(votes(19, 2), 38, down).passed).toBe(false)
  expect(tally(votes(20, 2), 38, down).passed).toBe(true)
  expect(tally(votes(20, 7), 38, down).passed).toBe(false)
})

const ballots = fc.array(
  fc.record({
    choice: fc.constantFrom('yes' as const, 'no' as const, 'abstain' as const),
    weight: fc.integer({ min: 1, max: 3 }),
  }),
  {
    maxLength: 60,
  },
)
const threshold = fc.record({
  quorumBp: fc.integer({ min: 0, max: 10_000 }),
  majorityBp: fc.integer({ min: 5000, max: 10_000 }),
  overHalfOfMembers: fc.boolean(),
})

test('any vote: the order of the ballots does not matter, and one yes more never turns a pass into a fail', () => {
  fc.assert(
    fc.property(ballots, threshold, (ballotsCast, needs) => {
      const electorate = ballotsCast.reduce((sum, { weight }) => sum + weight, 0) + 5
      expect(tally(ballotsCast.toReversed(), electorate, needs)).toEqual(
        tally(ballotsCast, electorate, needs),
      )
      const more = [...ballotsCast, { choice: 'yes' as const, weight: 1 }]
      if (tally(ballotsCast, electorate, needs).passed)
        expect(tally(more, electorate, needs).passed).toBe(true)
    }),
  )
})
