import type { Rate } from './checkout.ts'

/** One measurement: the app, the floor, and the ratio of their costs. */
export type Row = {
  readonly name: string
  readonly aim: number
  /** What the ratio compares: the server's CPU time for one answer, or the time of one transaction. */
  readonly by: 'cpu' | 'time'
  readonly app: Rate
  readonly floor: Rate
  readonly ratio: number
}

/** Writes the rows as a table for a terminal. It marks each row that missed its aim. */
export function table(machine: string, rows: readonly Row[]): string {
  const head = ['', 'app/s', 'floor/s', 'app ms CPU', 'floor ms CPU', 'ratio', 'aim', '']
  const lines = rows.map(({ name, aim, by, app, floor, ratio }) => [
    name,
    app.perSecond.toFixed(0),
    floor.perSecond.toFixed(0),
    app.cpuMs.toFixed(3),
    floor.cpuMs.toFixed(3),
    `${ratio.toFixed(2)} × ${by}`,
    `≤ ${aim}`,
    ratio <= aim ? 'met' : 'MISSED',
  ])
  const all = [head, ...lines]
  const widths = head.map((_cell, column) =>
    Math.max(...all.map((line) => line[column]?.length ?? 0)),
  )
  const written = all.map((line) =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
  return `${machine}; medians of interleaved rounds\n\n${written.join('\n')}\n`
}
