import type { ReservedSql, Row, RowList } from 'postgres'
import { sqlStateOf } from '#app/kernel/conflict.ts'
import { beforeClosing, pool, prepares } from './client.server.ts'

/** Runs queries inside one transaction; drizzle uses it as its client. */
export type Transaction = Pick<ReservedSql, 'unsafe' | 'options'>

/**
 * The driver's own object for a connection. It reports once when the connection is closed. It is private, so
 * driver.test.ts checks the parts that we use.
 */
type Connection = { onclose: ((fault: Error) => void) | null }

/** The SQLSTATE of every query after a failed one. The failed query's error says more. */
const ABORTED = '25P02'

/**
 * Runs `work` in one transaction on a connection of its own. It commits when `work` succeeds, and rolls back when
 * `work` throws or when one of its queries failed, even if the error was caught. The begin is sent in the same round
 * trip as the first query. The commit of a read-only transaction is not awaited, because it cannot lose anything.
 *
 * The driver's `begin` does the same in more round trips. But when a connection breaks in it, the driver rolls back on
 * a closed socket, which ends the process. This function sends nothing more on a broken connection.
 */
export async function inTransaction<Result>(
  mode: 'read only' | 'read write',
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const connection = await openConnection()
  let over = false
  let failed: unknown
  const tx: Transaction = {
    options: pool().options,
    unsafe: <Rows extends Row[]>(
      ...[query, values, options]: Parameters<typeof connection.sql.unsafe>
    ) => {
      // A promise chain that outlives its transaction must not run a query in the next transaction of the connection.
      if (over) throw new Error('This transaction is over.')
      const running = connection.sql.unsafe<Rows>(query, values, {
        ...options,
        prepare: prepares(),
      })
      running.catch((fault: unknown) => (failed ??= fault))
      return running
    },
  }
  try {
    const [, result] = await connection.untilClosed(
      Promise.all([connection.begin(mode), (async () => work(tx))()]),
    )
    over = true
    if (failed) throw failed
    if (mode === 'read only') beforeClosing(connection.end('commit'))
    else await connection.end('commit')
    return result
  } catch (fault) {
    over = true
    await connection.end('rollback').catch(() => {})
    throw sqlStateOf(fault) === ABORTED && failed ? failed : fault
  }
}

async function openConnection() {
  const sql = await pool().reserve()
  let driverConnection: Connection | undefined
  let broken: Error | undefined
  let reportClosed: (fault: Error) => void
  const closed = new Promise<never>((_, reject) => {
    reportClosed = reject
  })
  closed.catch(() => {})
  const onexecute = (own: Connection) => {
    driverConnection = own
    own.onclose = (fault) => {
      broken = fault
      reportClosed(fault)
    }
    return true
  }
  const untilClosed = <Result>(work: Promise<Result>) => Promise.race([work, closed])
  return {
    sql,
    untilClosed,
    begin: (mode: string): PromiseLike<RowList<Row[]>> =>
      sql.unsafe(`begin ${mode}`, [], { onexecute } as object).execute(),
    /** Ends the transaction and releases the connection. The driver has already dropped a broken one. */
    end: async (statement: 'commit' | 'rollback') => {
      if (broken) throw broken
      await untilClosed(sql.unsafe(statement).execute())
      if (driverConnection) driverConnection.onclose = null
      sql.release()
    },
  }
}
