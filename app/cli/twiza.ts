import './check-settings.ts'
import { SettingsRefused } from '#app/config.ts'
import { DatabaseRefused } from '#db/bootstrap.server.ts'
import { adminCreate } from './commands/admin-create.ts'
import { check } from './commands/check.ts'
import { type Command, CommandFailed, readArguments, UsageError } from './commands/command.ts'
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

/** Runs one command. Returns 0 when it was done, 1 when it could not be done, and 2 when it was used wrongly. */
async function main(words: readonly string[]): Promise<number> {
  try {
    return await run(words)
  } catch (fault) {
    if (fault instanceof UsageError)
      return refuse(`${fault.message}\nSee: npm run twiza -- help`, 2)
    if (isExpected(fault)) return refuse(fault.message, 1)
    return refuse(`Something went wrong that should not: ${textOf(fault)}`, 1)
  }
}

/** Returns whether a fault is one that its message explains. */
function isExpected(fault: unknown): fault is Error {
  return [CommandFailed, DatabaseRefused, SettingsRefused].some((known) => fault instanceof known)
}

async function run(words: readonly string[]): Promise<number> {
  if (words.length === 0) return refuse(overview(commands), 2)
  if (words[0] === 'help' || words[0] === '--help' || words[0] === '-h') return help(words.slice(1))
  const command = commandIn(words)
  const rest = words.slice(command.name.split(' ').length)
  if (rest.includes('--help') || rest.includes('-h')) return help([command.name])
  return command.run(readArguments(command, rest))
}

function help(words: readonly string[]): number {
  process.stdout.write(words.length === 0 ? overview(commands) : helpOf(commandIn(words)))
  return 0
}

function commandIn(words: readonly string[]): Command {
  const typed = words.join(' ')
  const command = commands.find(({ name }) => typed === name || typed.startsWith(`${name} `))
  if (command) return command
  const similar = commands.find(({ name }) => name.split(' ')[0] === words[0])
  throw new UsageError(
    similar
      ? `Say what to do with ${words[0]}: npm run twiza -- ${similar.name}.`
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
