import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { type Ballot, CHOICES, type Tally, tally, type Threshold } from './tally.ts'

/** A closed vote as anybody may take it along: what it needed, what was announced, and every ballot, without a name. */
export type BallotFile = {
  readonly proposal: number
  readonly reading: number
  readonly electorate: number
  readonly needs: Threshold
  readonly announced: Pick<Tally, 'yes' | 'no' | 'abstain' | 'passed'>
  readonly ballots: readonly Ballot[]
}

/** The name that the document carries, so that a reader knows by which rules to read it. */
const BALLOT_FORMAT = 'twiza-ballots/1'

const HEAD = ['record', 'what', 'number'] as const

/** As JSON (RFC 8259). */
export function ballotsAsJson(file: BallotFile): string {
  return `${JSON.stringify({ format: BALLOT_FORMAT, ...file }, null, 2)}\n`
}

/**
 * As CSV (RFC 4180), one fact a line, so that a spreadsheet can filter and add up the ballots: what vote it was, what it
 * needed, what was announced, then the ballots with their weights. No cell holds anything that a person typed.
 */
export function ballotsAsCsv({ ballots, needs, announced, ...vote }: BallotFile): string {
  const rows: (readonly (string | number)[])[] = [
    HEAD,
    ['vote', 'proposal', vote.proposal],
    ['vote', 'reading', vote.reading],
    ['vote', 'electorate', vote.electorate],
    ['needs', 'quorum-bp', needs.quorumBp],
    ['needs', 'majority-bp', needs.majorityBp],
    ['needs', 'over-half-of-members', Number(needs.overHalfOfMembers)],
    ...CHOICES.map((choice) => ['announced', choice, announced[choice]]),
    ['announced', 'passed', Number(announced.passed)],
    ...ballots.map(({ choice, weight }) => ['ballot', choice, weight]),
  ]
  return stringify(rows, { record_delimiter: 'windows' })
}

/** What a recount found: the tally, and whether it is what was announced. */
export type Recount = { readonly file: BallotFile; readonly tally: Tally; readonly agrees: boolean }

/** Counts a file's ballots by the very code that closed the vote. */
export function recount(file: BallotFile): Recount {
  const counted = tally(file.ballots, file.electorate, file.needs)
  const { announced } = file
  const agrees =
    counted.passed === announced.passed &&
    CHOICES.every((choice) => counted[choice] === announced[choice])
  return { file, tally: counted, agrees }
}

/** Reads a file of ballots in either form. @throws RangeError with a sentence on what is wrong with it. */
export function readBallotFile(text: string): BallotFile {
  return text.trimStart().startsWith('{') ? fromJson(text) : fromCsv(text)
}

type Fact = { readonly record: string; readonly what: string; readonly number: number }

function fromCsv(text: string): BallotFile {
  const facts = factsOf(text)
  const one = (record: string, what: string) => {
    const found = facts.filter((fact) => fact.record === record && fact.what === what)
    const [fact] = found
    if (!fact || found.length > 1)
      throw new RangeError(`The file says ${found.length} times what ${record} ${what} is.`)
    return fact.number
  }
  return checked({
    proposal: one('vote', 'proposal'),
    reading: one('vote', 'reading'),
    electorate: one('vote', 'electorate'),
    needs: {
      quorumBp: one('needs', 'quorum-bp'),
      majorityBp: one('needs', 'majority-bp'),
      overHalfOfMembers: one('needs', 'over-half-of-members') === 1,
    },
    announced: {
      yes: one('announced', 'yes'),
      no: one('announced', 'no'),
      abstain: one('announced', 'abstain'),
      passed: one('announced', 'passed') === 1,
    },
    ballots: facts.flatMap(({ record, what, number }) =>
      record === 'ballot' ? [{ choice: choiceOf(what), weight: number }] : [],
    ),
  })
}

function factsOf(text: string): Fact[] {
  const rows = rowsOf(text)
  if (rows[0]?.join() !== HEAD.join())
    throw new RangeError(`This is no file of ballots: its first line is not ${HEAD.join(',')}.`)
  return rows.slice(1).map(([record = '', what = '', number = ''], index) => {
    if (!/^\d{1,15}$/.test(number) || !['vote', 'needs', 'announced', 'ballot'].includes(record))
      throw new RangeError(`Line ${index + 2} of the file cannot be read.`)
    return { record, what, number: Number(number) }
  })
}

function rowsOf(text: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      delimiter: [',', ';', '\t'],
    })
  } catch {
    throw new RangeError('This is no file of ballots: it is neither CSV nor JSON.')
  }
}

function fromJson(text: string): BallotFile {
  const read = objectOf(parsed(text), 'The file')
  if (read['format'] !== BALLOT_FORMAT)
    throw new RangeError(`This is no file of ballots: its format is not ${BALLOT_FORMAT}.`)
  const [needs, announced] = [
    objectOf(read['needs'], 'needs'),
    objectOf(read['announced'], 'announced'),
  ]
  const ballots = read['ballots']
  if (!Array.isArray(ballots)) throw new RangeError('The file has no list of ballots.')
  return checked({
    proposal: Number(read['proposal']),
    reading: Number(read['reading']),
    electorate: Number(read['electorate']),
    needs: {
      quorumBp: Number(needs['quorumBp']),
      majorityBp: Number(needs['majorityBp']),
      overHalfOfMembers: needs['overHalfOfMembers'] === true,
    },
    announced: {
      yes: Number(announced['yes']),
      no: Number(announced['no']),
      abstain: Number(announced['abstain']),
      passed: announced['passed'] === true,
    },
    ballots: ballots.map((entry: unknown) => {
      const { choice, weight } = objectOf(entry, 'A ballot')
      return { choice: choiceOf(choice), weight: Number(weight) }
    }),
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RangeError('This is no file of ballots: it is neither CSV nor JSON.')
  }
}

function objectOf(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RangeError(`${name} cannot be read.`)
  return { ...value }
}

function choiceOf(text: unknown): Ballot['choice'] {
  const choice = CHOICES.find((known) => known === text)
  if (!choice) throw new RangeError(`A ballot says ${JSON.stringify(text)}, which is no choice.`)
  return choice
}

function checked(file: BallotFile): BallotFile {
  const { proposal, reading, electorate, needs, announced, ballots } = file
  const { yes, no, abstain } = announced
  const counts = [proposal, reading, electorate, needs.quorumBp, needs.majorityBp, yes, no, abstain]
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0))
    throw new RangeError('A number of the file is missing, or no whole number.')
  if (!ballots.every(({ weight }) => Number.isSafeInteger(weight) && weight > 0))
    throw new RangeError('A ballot has no weight.')
  if (ballots.reduce((sum, { weight }) => sum + weight, 0) > electorate)
    throw new RangeError('There are more ballots than members who could vote.')
  return file
}
