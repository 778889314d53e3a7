import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { settings } from '#app/config.ts'
import { readBallotFile, type Recount, recount } from '#app/domains/decisions/ballot-file.ts'
import { conditionsOf } from '#app/domains/decisions/tally.ts'
import { type Command, Failed } from './command.ts'
import { say } from './terminal.ts'

/** Counts a downloaded vote again. It needs no database, no co-op and no account. */
export const recountFile: Command = {
  name: 'recount',
  word: 'file',
  about: 'Counts the ballots of a vote again, from a file of its page (CSV or JSON).',
  more: 'It answers 0 when the count agrees with what was announced, and 1 when it does not.',
  options: {},
  run: async ({ word }) => {
    const counted = recount(read(word))
    tell(counted)
    const { yes, no, abstain, passed } = counted.file.announced
    if (!counted.agrees)
      throw new Failed(
        `That is not what was announced: ${yes} yes, ${no} no, ${abstain} abstained, ${outcome(passed)}.`,
      )
    say('That is what was announced.')
    return 0
  },
}

function tell({ file, tally }: Recount): void {
  const { needs, electorate } = file
  const had = conditionsOf(tally, needs)
  const word = (met: boolean) => (met ? 'met' : 'not met')
  const percent = (bp: number) => `${bp / 100}%`
  const voted = tally.yes + tally.no + tally.abstain
  say(`Proposal ${file.proposal}, ${file.reading === 1 ? 'first' : 'second'} reading`)
  say(`  ${tally.yes} yes, ${tally.no} no, ${tally.abstain} abstained`)
  say(
    `  ${voted} of ${electorate} took part; needed ${percent(needs.quorumBp)}: ${word(had.quorate)}`,
  )
  const majority =
    needs.majorityBp === 5000 ? 'more yes than no' : `${percent(needs.majorityBp)} of yes and no`
  say(`  ${majority}: ${word(had.majority)}`)
  if (needs.overHalfOfMembers) say(`  more than half of all members say yes: ${word(had.half)}`)
  say(`It ${outcome(tally.passed)}.`)
}

const outcome = (passed: boolean) => (passed ? 'passed' : 'did not pass')

function read(file: string) {
  // npm runs from the project's folder; a file is meant from where the command was typed.
  const path = resolve(settings().INIT_CWD, file)
  try {
    return readBallotFile(readFileSync(path, 'utf8'))
  } catch (fault) {
    if (fault instanceof RangeError) throw new Failed(fault.message)
    throw new Failed(`${file} cannot be read.`)
  }
}
