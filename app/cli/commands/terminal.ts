import type { Refusal } from '#app/kernel/outcome.ts'
import { translator } from '#app/locales/translate.ts'

/** Who the logs say did it: nobody is signed in at a terminal. */
export const TERMINAL = { id: null, name: 'Command line' } as const

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** A flow's refusal as the sentence that the site would show. */
export function sentenceOf(refusal: Refusal): string {
  return translator('en')(`refusals:${refusal}`)
}

/** Rows under a head, each column as wide as its widest cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, index) =>
    Math.max(title.length, ...rows.map((row) => (row[index] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd()
  return [head.map((title) => title.toUpperCase()), ...rows].map(line).join('\n')
}
