import postgres from 'postgres'
import { type CheckResult, runChecks } from '#db/run-checks.server.ts'
import { withDatabase } from '../database.ts'
import { type Command, CommandFailed } from './command.ts'
import { say } from './terminal.ts'

/** The number of faults of one check that are written out. */
const MAX_FAULTS = 5

/** Runs every check of the books, the votes and the bookings over all co-ops. */
export const check: Command = {
  name: 'check',
  about:
    'Checks the books, bookings and votes of all co-ops, as the auditor, who may change nothing.',
  details: 'It fails when a check finds a fault, cannot run, or sees no row where rows are kept.',
  options: {},
  run: () =>
    withDatabase(async (owner) => {
      const sql = postgres(owner, { max: 1, onnotice: () => {} })
      const found = await runChecks(sql).finally(() => sql.end())
      for (const one of found) printResult(one)
      if (found.every(({ noRows }) => noRows))
        throw new CommandFailed(
          'No check could see anything: there is no co-op, or the auditor is blind.',
        )
      const bad = found.filter(({ faults, rowsHidden }) => faults.length > 0 || rowsHidden)
      if (bad.length > 0)
        throw new CommandFailed(`${bad.length} of ${found.length} checks did not pass.`)
      say(`${found.length} checks, no fault.`)
      return 0
    }),
}

function printResult({ check: name, faults, noRows, rowsHidden, failure }: CheckResult): void {
  if (failure) return say(`✗ ${name}: it cannot run: ${failure}`)
  if (rowsHidden) return say(`✗ ${name}: it could see nothing, though there is something`)
  if (noRows) return say(`· ${name}: nothing there yet`)
  if (faults.length === 0) return say(`✓ ${name}`)
  say(`✗ ${name}: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`)
  for (const fault of faults.slice(0, MAX_FAULTS))
    say(
      `    ${Object.entries(fault)
        .map(([column, value]) => `${column} ${String(value)}`)
        .join(', ')}`,
    )
  if (faults.length > MAX_FAULTS) say(`    and ${faults.length - MAX_FAULTS} more`)
}
