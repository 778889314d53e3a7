import { expect, test } from 'vitest'
import { blueprints } from '#tenants/blueprints/all.ts'
import {
  clauseKeys,
  fieldsOf,
  retainedShareBp,
  readCharter,
  startingCharter,
  termsOf,
} from './charter.ts'
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
test('a stored charter is read whole or not at all', () => {
  expect(readCharter(JSON.parse(JSON.stringify(charter)))).toEqual(charter)
  expect(() => readCharter({ ...charter, split: { workersBp: 101.5 } })).toThrow(RangeError)
  expect(() => readCharter({ split: charter.split })).toThrow(RangeError)
})

test('cancelling is free up to and including the limit in hours', () => {
  expect(retainedShareBp(charter.cancellation, 24)).toBe(0)
  expect(retainedShareBp(charter.cancellation, 23.99)).toBe(5000)
})

test('a co-op starts with its blueprint’s terms, and otherwise with the table’s terms in its currency', () => {
  expect(startingCharter({ split: { workersBp: 9000 } }, 'EGP')).toMatchObject({
    split: { workersBp: 9000 },
    floor: { hourlyMinor: 6000 },
    cancellation: { freeHours: 24, keptBp: 5000 },
  })
  expect(startingCharter({}, 'JPY').floor).toEqual({ hourlyMinor: 0 })
  expect(() => startingCharter({ splitt: { workersBp: 9000 } }, 'GBP')).toThrow(RangeError)
  expect(() => startingCharter({ split: { workers: 9000 } }, 'GBP')).toThrow(RangeError)
})

test('every blueprint’s charter is valid, and that of a ready blueprint stays within the limits', () => {
  for (const { key, state, charter: blueprintTerms } of blueprints) {
    const started = startingCharter(blueprintTerms, 'GBP')
    if (state === 'ready') expect(readCharter(started), key).toEqual(started)
  }
})

test('a form asks for a clause whole or not at all, and no two fields have one name', () => {
  const counts = clauseKeys().map((clause) => [fieldsOf(clause).length, termsOf(clause).length])
  expect(counts.filter(([fields, terms]) => fields !== 0 && fields !== terms)).toEqual([])
  const names = clauseKeys().flatMap((clause) => fieldsOf(clause).map(({ field }) => field))
  expect(new Set(names).size).toBe(names.length)
})
