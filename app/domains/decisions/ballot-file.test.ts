import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type BallotFile,
  ballotsAsCsv,
  ballotsAsJson,
  readBallotFile,
  recount,
} from './ballot-file.ts'
import { tally } from './tally.ts'

const needs = { quorumBp: 5000, majorityBp: 7500, overHalfOfMembers: true }
const file: BallotFile = {
  proposal: 7,
  reading: 2,
  electorate: 4,
  needs,
  announced: { yes: 3, no: 1, abstain: 0, passed: true },
  ballots: [
    { choice: 'yes', weight: 1 },
    { choice: 'no', weight: 1 },
    { choice: 'yes', weight: 2 },
  ],
}

test('any vote is read back from either format unchanged, and counted as announced', () => {
  const ballots = fc.array(
    fc.record({
      choice: fc.constantFrom('yes' as const, 'no' as const, 'abstain' as const),
      weight: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(ballots, fc.boolean(), (ballotsCast, overHalfOfMembers) => {
      const electorate = ballotsCast.reduce((sum, { weight }) => sum + weight, 3)
      const rules = { ...needs, overHalfOfMembers }
      const { yes, no, abstain, passed } = tally(ballotsCast, electorate, rules)
      const announced = { yes, no, abstain, passed }
      const whole = { ...file, electorate, needs: rules, announced, ballots: ballotsCast }
      for (const text of [ballotsAsCsv(whole), ballotsAsJson(whole)]) {
        const read = readBallotFile(text)
        expect(read).toEqual(whole)
        expect(recount(read).agrees).toBe(true)
      }
    }),
  )
})

test('the file of a vote keeps its exact bytes, because people save it and compare it', () => {
  expect(ballotsAsCsv(file)).toBe(
    [
      'record,what,number',
      'vote,proposal,7',
      'vote,reading,2',
      'vote,electorate,4',
      'needs,quorum-bp,5000',
      'needs,majority-bp,7500',
      'needs,over-half-of-members,1',
      'announced,yes,3',
      'announced,no,1',
      'announced,abstain,0',
      'announced,passed,1',
      'ballot,yes,1',
      'ballot,no,1',
      'ballot,yes,2',
      '',
    ].join('\r\n'),
  )
})

test('an added or missing ballot, or another result, does not agree with the announced result', () => {
  expect(recount({ ...file, ballots: file.ballots.slice(1) }).agrees).toBe(false)
  expect(recount({ ...file, announced: { ...file.announced, passed: false } }).agrees).toBe(false)
  expect(recount(file)).toMatchObject({ agrees: true, tally: { quorate: true, passed: true } })
})

test('a file saved again by a spreadsheet is read; an invalid file is refused with its fault', () => {
  const saved = `\uFEFF${ballotsAsCsv(file).replaceAll(',', ';').replaceAll('\r\n', '\n')}`
  expect(readBallotFile(saved)).toEqual(file)

  const wrong: [string, RegExp][] = [
    ['hello', /first line/],
    ['{', /neither CSV nor JSON/],
    ['{}', /format/],
    [ballotsAsCsv(file).replace('ballot,no,1', 'ballot,maybe,1'), /"maybe"/],
    [ballotsAsCsv(file).replace('ballot,no,1', 'ballot,no,x'), /Line 13/],
    [ballotsAsCsv(file).replace('vote,electorate,4', 'vote,electorate,3'), /more ballots/],
    [ballotsAsCsv(file).replace('needs,quorum-bp,5000\r\n', ''), /0 times/],
    [ballotsAsJson(file).replace('"electorate": 4', '"electorate": "many"'), /no whole number/],
  ]
  for (const [text, sentence] of wrong) expect(() => readBallotFile(text)).toThrow(sentence)
})
