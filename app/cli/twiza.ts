import './check-settings.ts'
import { DatabaseRefused } from '#db/bootstrap.server.ts'
import { adminCreate } from './commands/admin-create.ts'
import { check } from './commands/check.ts'
import { type Command, Failed, readGiven, UsageError } from './commands/command.ts'
import { found } from './commands/found.ts'
import { helpOf, overview } from './commands/help.ts'
import { list } from './commands/list.ts'
import { recountFile } from './commands/recount.ts'
import { restore, suspend } from './commands/suspend.ts'

const commands: readonly Command[] = [
  found,
  list,
  suspend,
  restore,
  adminCreate,
  check,
  recountFile,
]

process.exitCode = await main(process.argv.slice(2))

/** Runs one command: 0 when it did what was asked, 1 when it could not, 2 when it was asked wrongly. */
async function main(words: readonly string[]): Promise<number> {
  try {
    return await run(words)
  } catch (fault) {
    if (fault instanceof UsageError)
      return refuse(`${fault.message}\nSee: npm run twiza -- help`, 2)
    if (fault instanceof Failed || fault instanceof DatabaseRefused) return refuse(fault.message, 1)
    return refuse(`Something went wrong that should not: ${textOf(fault)}`, 1)
  }
}

async function run(words: readonly string[]): Promise<number> {
  if (words.length === 0) return refuse(overview(commands), 2)
  if (words[0] === 'help' || words[0] === '--help' || words[0] === '-h') return help(words.slice(1))
  const command = commandIn(words)
  const rest = words.slice(command.name.split(' ').length)
  if (rest.includes('--help') || rest.includes('-h')) return help([command.name])
  return command.run(readGiven(command, rest))
}

function help(words: readonly string[]): number {
  process.stdout.write(words.length === 0 ? overview(commands) : helpOf(commandIn(words)))
  return 0
}

function commandIn(words: readonly string[]): Command {
  const said = words.join(' ')
  const command = commands.find(({ name }) => said === name || said.startsWith(`${name} `))
  if (command) return command
  const kin = commands.find(({ name }) => name.split(' ')[0] === words[0])
  throw new UsageError(
    kin
      ? `Say what to do with ${words[0]}: npm run twiza -- ${kin.name}.`
      : `There is no command ${words[0]}.`,
  )
}

function refuse(sentence: string, code: number): number {
  process.stderr.write(sentence.endsWith('\n') ? sentence : `${sentence}\n`)
  return code
}

function textOf(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
}
