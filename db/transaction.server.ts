import type { ReservedSql, Row } from 'postgres'
import { settings } from '#app/config.ts'
import { sqlStateOf } from '#app/kernel/conflict.ts'
import { beforeClosing, giveBackLine, takeLine } from './client.server.ts'
import type { Line } from './line.server.ts'

/** Runs queries inside one transaction; drizzle uses it as its client. */
export type Transaction = Pick<ReservedSql, 'unsafe' | 'options'>

export type Mode = {
  readonly readOnly?: boolean
  /** Whether its statements may take minutes, as an export's do. */
  readonly long?: boolean
}

/** The SQLSTATE of every query after a failed one. The failed query's error says more. */
const ABORTED = '25P02'
/** The longest time that a statement of a long transaction may take, in milliseconds. */
const LONG_MS = 10 * 60_000

/**
 * Runs `work` in one transaction on a connection of its own. It commits when `work` succeeds, and rolls back when
 * `work` throws or when one of its queries failed, even if the error was caught. The begin is sent in the same round
 * trip as the first query. The commit of a read-only transaction is not awaited, because it cannot lose anything.
 *
 * The driver's `begin` does the same in more round trips. But when a connection breaks in it, the driver rolls back on
 * a closed socket, which ends the process. This function sends nothing more on a broken connection, and does not wait
 * for one: it throws a fault that is `isUnavailable`.
 */
export async function inTransaction<Result>(
  mode: Mode,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const line = await takeLine()
  const { untilBroken, end } = holding(line)
  let over = false
  let failed: unknown
  const tx: Transaction = {
    options: line.options,
    unsafe: <Rows extends Row[]>(...[query, values, options]: Parameters<typeof line.send>) => {
      // A promise chain that outlives its transaction must not run a query in the next transaction of the connection.
      if (over) throw new Error('This transaction is over.')
      const running = line.send<Rows>(query, values, {
        ...options,
        prepare: settings().DATABASE_PREPARE,
      })
      running.catch((fault: unknown) => (failed ??= fault))
      return running
    },
  }
  try {
    const [, result] = await untilBroken(Promise.all([begin(line, mode), (async () => work(tx))()]))
    over = true
    if (failed) throw failed
    if (mode.readOnly) beforeClosing(end('commit'))
    else await end('commit')
    return result
  } catch (fault) {
    over = true
    await end('rollback').catch(line.giveUp)
    throw sqlStateOf(fault) === ABORTED && failed ? failed : fault
  }
}

async function begin(line: Line, { readOnly, long }: Mode): Promise<void> {
  line.expect(long ? LONG_MS : undefined)
  const begun = line.send(`begin ${readOnly ? 'read only' : 'read write'}`)
  if (long) await line.send(`set local statement_timeout = ${LONG_MS}`)
  await begun
}

function holding(line: Line) {
  const broken = new Promise<never>((_, reject) => line.whenBroken(reject))
  broken.catch(() => {})
  const untilBroken = <Result>(work: Promise<Result>) => Promise.race([work, broken])
  return {
    untilBroken,
    /** Ends the transaction and gives the connection back. A broken one is given up already. */
    end: async (statement: 'commit' | 'rollback') => {
      await untilBroken(Promise.resolve(line.send(statement)))
      giveBackLine(line)
    },
  }
}
