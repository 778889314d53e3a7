import postgres from 'postgres'
import { type Found, runChecks } from '#db/run-checks.server.ts'
import { withDatabase } from '../database.ts'
import { type Command, Failed } from './command.ts'
import { say } from './terminal.ts'

/** How many faults of one check are written out. */
const SHOWN = 5

/** Runs every check of the books, the votes and the bookings over all co-ops. */
export const check: Command = {
  name: 'check',
  about:
    'Checks the books, bookings and votes of all co-ops, as the auditor, who may change nothing.',
  more: 'It fails when a check finds a fault, cannot run, or sees no row where rows are kept.',
  options: {},
  run: () =>
    withDatabase(async (owner) => {
      const sql = postgres(owner, { max: 1, onnotice: () => {} })
      const found = await runChecks(sql).finally(() => sql.end())
      for (const one of found) tell(one)
      if (found.every(({ sawNothing }) => sawNothing))
        throw new Failed('No check could see anything: there is no co-op, or the auditor is blind.')
      const bad = found.filter(({ faults, blind }) => faults.length > 0 || blind)
      if (bad.length > 0) throw new Failed(`${bad.length} of ${found.length} checks did not pass.`)
      say(`${found.length} checks, no fault.`)
      return 0
    }),
}

function tell({ check: name, faults, sawNothing, blind, broken }: Found): void {
  if (broken) return say(`✗ ${name}: it cannot run: ${broken}`)
  if (blind) return say(`✗ ${name}: it could see nothing, though there is something`)
  if (sawNothing) return say(`· ${name}: nothing there yet`)
  if (faults.length === 0) return say(`✓ ${name}`)
  say(`✗ ${name}: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`)
  for (const fault of faults.slice(0, SHOWN))
    say(
      `    ${Object.entries(fault)
        .map(([column, value]) => `${column} ${String(value)}`)
        .join(', ')}`,
    )
  if (faults.length > SHOWN) say(`    and ${faults.length - SHOWN} more`)
}
