import { parseArgs } from 'node:util'

/** Something that was asked wrongly: said in one sentence, answered with 2. */
export class UsageError extends Error {}

/** Something that was asked rightly and cannot be done: said in one sentence, answered with 1. */
export class Failed extends Error {}

type Option = {
  readonly about: string
  /** What stands after it; without this it is a switch. */
  readonly value?: string
  readonly required?: boolean
  readonly many?: boolean
}

export type Command = {
  /** The words that call it. */
  readonly name: string
  readonly about: string
  /** The word that must follow, if one must. */
  readonly word?: string
  readonly options: Readonly<Record<string, Option>>
  readonly more?: string
  /** Does it, and gives the program's answer. */
  readonly run: (given: Given) => Promise<number>
}

/** What was given on the line, by the names of the options. */
export type Given = {
  readonly word: string
  readonly text: (option: string) => string | undefined
  readonly all: (option: string) => readonly string[]
  readonly has: (option: string) => boolean
}

/** Reads what was given to a command. @throws UsageError on what it does not know or misses. */
export function readGiven(command: Command, words: readonly string[]): Given {
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
    const said = fault instanceof Error ? fault.message : String(fault)
    throw new UsageError(`${name}: ${said.split(/\.\s/)[0]?.replace(/\.$/, '')}.`)
  }
}
