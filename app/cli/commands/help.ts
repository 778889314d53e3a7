import type { Command } from './command.ts'

/** Writes every command in one line each. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => lineOf(command).length))
  return [
    'Twiza from the terminal, on the same database as npm start (or the one in DATABASE_URL).',
    '',
    ...commands.map((command) => `  ${lineOf(command).padEnd(width)}  ${command.about}`),
    '',
    'More on one of them: npm run twiza -- help <command>',
    'It answers 0 when it did what was asked, 1 when it could not, 2 when it was asked wrongly.',
    '',
  ].join('\n')
}

/** Writes one command with all its options. */
export function helpOf(command: Command): string {
  const options = Object.entries(command.options).map(([name, { value, about, required }]) => ({
    usage: `--${name}${value ? ` <${value}>` : ''}`,
    about: required ? about : `${about} (optional)`,
  }))
  const width = Math.max(0, ...options.map(({ usage }) => usage.length))
  return [
    `npm run twiza -- ${lineOf(command)}${options.length > 0 ? ' [options]' : ''}`,
    '',
    command.about,
    ...(command.details ? ['', command.details] : []),
    ...(options.length > 0 ? [''] : []),
    ...options.map(({ usage, about }) => `  ${usage.padEnd(width)}  ${about}`),
    '',
  ].join('\n')
}

const lineOf = ({ name, word }: Command) => (word ? `${name} <${word}>` : name)
