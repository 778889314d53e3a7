import { parseArgs } from 'node:util'

/** A wrong use of a command. The program writes its message as one sentence and exits with 2. */
export class UsageError extends Error {}

/** A correct use of a command that cannot be done. The program writes its message as one sentence and exits with 1. */
export class CommandFailed extends Error {}

type Option = {
  readonly about: string
  /** The name of the option's value; without it the option is a switch. */
  readonly value?: string
  readonly required?: boolean
  readonly many?: boolean
}

export type Command = {
  /** The words that call the command. */
  readonly name: string
  readonly about: string
  /** The name of the argument that the command needs, if it needs one. */
  readonly word?: string
  readonly options: Readonly<Record<string, Option>>
  readonly details?: string
  /** Runs the command and returns the program's exit code. */
  readonly run: (args: Arguments) => Promise<number>
}

/** What the command line gave, by the names of the options. */
export type Arguments = {
  readonly word: string
  readonly text: (option: string) => string | undefined
  readonly all: (option: string) => readonly string[]
  readonly has: (option: string) => boolean
}

/** Reads the arguments of a command. @throws UsageError for an unknown or a missing argument. */
export function readArguments(command: Command, words: readonly string[]): Arguments {
  const { values, positionals } = parse(command, words)
  const expected = command.word ? 1 : 0
  if (positionals.length < expected)
    throw new UsageError(`${command.name} needs its <${command.word}>.`)
  if (positionals.length > expected)
    throw new UsageError(`${command.name} does not know what to do with ${positionals[expected]}.`)
  const all = (option: string) => {
    const value = values[option]
    return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
  }
  for (const [option, { required }] of Object.entries(command.options))
    if (required && !all(option)[0]?.trim())
      throw new UsageError(`${command.name} needs --${option}.`)
  return {
    word: positionals[0] ?? '',
    text: (option) => all(option)[0],
    all,
    has: (option) => values[option] === true,
  }
}

function parse({ name, options }: Command, words: readonly string[]) {
  const known = Object.entries(options).map(([option, { value, many }]) => [
    option,
    { type: value ? ('string' as const) : ('boolean' as const), multiple: many ?? false },
  ])
  try {
    return parseArgs({
      args: [...words],
      options: Object.fromEntries(known) as Record<string, { type: 'string' | 'boolean' }>,
      allowPositionals: true,
    })
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : String(fault)
    throw new UsageError(`${name}: ${message.split(/\.\s/)[0]?.replace(/\.$/, '')}.`)
  }
}
