import type { Command } from './command.ts'

/** Every command in a line each. */
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

/** One command with all its options. */
export function helpOf(command: Command): string {
  const options = Object.entries(command.options).map(([name, { value, about, required }]) => ({
    said: `--${name}${value ? ` <${value}>` : ''}`,
    about: required ? about : `${about} (optional)`,
  }))
  const width = Math.max(0, ...options.map(({ said }) => said.length))
  return [
    `npm run twiza -- ${lineOf(command)}${options.length > 0 ? ' [options]' : ''}`,
    '',
    command.about,
    ...(command.more ? ['', command.more] : []),
    ...(options.length > 0 ? [''] : []),
    ...options.map(({ said, about }) => `  ${said.padEnd(width)}  ${about}`),
    '',
  ].join('\n')
}

const lineOf = ({ name, word }: Command) => (word ? `${name} <${word}>` : name)
