import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { type Ballot, CHOICES, type Tally, tally, type Threshold } from './tally.ts'

/** A closed vote as anybody may export it: what it needed, the announced result, and every ballot without a name. */
export type BallotFile = {
  readonly proposal: number
  readonly reading: number
  readonly electorate: number
  readonly needs: Threshold
  readonly announced: Pick<Tally, 'yes' | 'no' | 'abstain' | 'passed'>
  readonly ballots: readonly Ballot[]
}

/** The format's name in the document. It tells a reader which rules to read it by. */
const BALLOT_FORMAT = 'twiza-ballots/1'

const HEADER = ['record', 'what', 'number'] as const

/** Writes the file as JSON (RFC 8259). */
export function ballotsAsJson(file: BallotFile): string {
  return `${JSON.stringify({ format: BALLOT_FORMAT, ...file }, null, 2)}\n`
}

/**
 * Writes the file as CSV (RFC 4180), one fact on each line, so that a spreadsheet can filter and add up the ballots:
 * the vote, what it needed, the announced result, then the ballots with their weights. No cell holds text that a person
 * typed.
 */
export function ballotsAsCsv({ ballots, needs, announced, ...vote }: BallotFile): string {
  const rows: (readonly (string | number)[])[] = [
    HEADER,
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

/** The result of a recount: the tally, and whether it agrees with the announced result. */
export type Recount = { readonly file: BallotFile; readonly tally: Tally; readonly agrees: boolean }

/** Counts a file's ballots with the same code that closed the vote. */
export function recount(file: BallotFile): Recount {
  const recounted = tally(file.ballots, file.electorate, file.needs)
  const { announced } = file
  const agrees =
    recounted.passed === announced.passed &&
    CHOICES.every((choice) => recounted[choice] === announced[choice])
  return { file, tally: recounted, agrees }
}

/** Reads a file of ballots in either format. @throws RangeError with a sentence about the fault of the file. */
export function readBallotFile(text: string): BallotFile {
  return text.trimStart().startsWith('{') ? readJson(text) : readCsv(text)
}

type Fact = { readonly record: string; readonly subject: string; readonly number: number }

function readCsv(text: string): BallotFile {
  const facts = readFacts(text)
  const factNumber = (record: string, subject: string) => {
    const matches = facts.filter((fact) => fact.record === record && fact.subject === subject)
    const [fact] = matches
    if (!fact || matches.length > 1)
      throw new RangeError(`The file says ${matches.length} times what ${record} ${subject} is.`)
    return fact.number
  }
  return checkFile({
    proposal: factNumber('vote', 'proposal'),
    reading: factNumber('vote', 'reading'),
    electorate: factNumber('vote', 'electorate'),
    needs: {
      quorumBp: factNumber('needs', 'quorum-bp'),
      majorityBp: factNumber('needs', 'majority-bp'),
      overHalfOfMembers: factNumber('needs', 'over-half-of-members') === 1,
    },
    announced: {
      yes: factNumber('announced', 'yes'),
      no: factNumber('announced', 'no'),
      abstain: factNumber('announced', 'abstain'),
      passed: factNumber('announced', 'passed') === 1,
    },
    ballots: facts.flatMap(({ record, subject, number }) =>
      record === 'ballot' ? [{ choice: readChoice(subject), weight: number }] : [],
    ),
  })
}

function readFacts(text: string): Fact[] {
  const rows = readRows(text)
  if (rows[0]?.join() !== HEADER.join())
    throw new RangeError(`This is no file of ballots: its first line is not ${HEADER.join(',')}.`)
  return rows.slice(1).map(([record = '', subject = '', number = ''], index) => {
    if (!/^\d{1,15}$/.test(number) || !['vote', 'needs', 'announced', 'ballot'].includes(record))
      throw new RangeError(`Line ${index + 2} of the file cannot be read.`)
    return { record, subject, number: Number(number) }
  })
}

function readRows(text: string): string[][] {
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

function readJson(text: string): BallotFile {
  const document = asObject(parseJson(text), 'The file')
  if (document['format'] !== BALLOT_FORMAT)
    throw new RangeError(`This is no file of ballots: its format is not ${BALLOT_FORMAT}.`)
  const [needs, announced] = [
    asObject(document['needs'], 'needs'),
    asObject(document['announced'], 'announced'),
  ]
  const ballots = document['ballots']
  if (!Array.isArray(ballots)) throw new RangeError('The file has no list of ballots.')
  return checkFile({
    proposal: Number(document['proposal']),
    reading: Number(document['reading']),
    electorate: Number(document['electorate']),
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
      const { choice, weight } = asObject(entry, 'A ballot')
      return { choice: readChoice(choice), weight: Number(weight) }
    }),
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RangeError('This is no file of ballots: it is neither CSV nor JSON.')
  }
}

function asObject(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RangeError(`${name} cannot be read.`)
  return { ...value }
}

function readChoice(text: unknown): Ballot['choice'] {
  const choice = CHOICES.find((known) => known === text)
  if (!choice) throw new RangeError(`A ballot says ${JSON.stringify(text)}, which is no choice.`)
  return choice
}

function checkFile(file: BallotFile): BallotFile {
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
