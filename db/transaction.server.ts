import type { ReservedSql, Row, RowList } from 'postgres'
import { sqlStateOf } from '#app/kernel/conflict.ts'
import { beforeClosing, pool, prepares } from './client.server.ts'

/** What a query is asked through inside one transaction; drizzle takes it for a client. */
export type Transaction = Pick<ReservedSql, 'unsafe' | 'options'>

/** The driver's own object for a connection, which says once when it is closed. It is private: driver.test.ts holds it to what we use. */
type Connection = { onclose: ((fault: Error) => void) | null }

/** What every query after a failed one is told: the failed one says more. */
const ABORTED = '25P02'

/**
 * Runs `work` in one transaction on a connection of its own: kept when it succeeds, undone when it throws or when one of
 * its queries failed, whoever caught that. It is begun in the same round trip as its first query, and the end of one that
 * only reads is not waited for, since nothing can be lost by it.
 *
 * The driver's `begin` does the same in more round trips; but when a connection breaks in it, the driver goes on to undo
 * the transaction on a socket that is gone, which ends the process. Here nothing more is said to a broken connection.
 */
export async function inTransaction<Result>(
  mode: 'read only' | 'read write',
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const line = await openLine()
  let over = false
  let failed: unknown
  const tx: Transaction = {
    options: pool().options,
    unsafe: <Rows extends Row[]>(
      ...[query, values, options]: Parameters<typeof line.sql.unsafe>
    ) => {
      // A chain that outlived its transaction must not speak in the connection's next one.
      if (over) throw new Error('This transaction is over.')
      const asked = line.sql.unsafe<Rows>(query, values, { ...options, prepare: prepares() })
      asked.catch((fault: unknown) => (failed ??= fault))
      return asked
    },
  }
  try {
    const [, result] = await line.orFault(Promise.all([line.begin(mode), (async () => work(tx))()]))
    over = true
    if (failed) throw failed
    if (mode === 'read only') beforeClosing(line.say('commit'))
    else await line.say('commit')
    return result
  } catch (fault) {
    over = true
    await line.say('rollback').catch(() => {})
    throw sqlStateOf(fault) === ABORTED && failed ? failed : fault
  }
}

async function openLine() {
  const sql = await pool().reserve()
  let connection: Connection | undefined
  let broken: Error | undefined
  let breaks: (fault: Error) => void
  const breaking = new Promise<never>((_, reject) => {
    breaks = reject
  })
  breaking.catch(() => {})
  const onexecute = (own: Connection) => {
    connection = own
    own.onclose = (fault) => {
      broken = fault
      breaks(fault)
    }
    return true
  }
  const orFault = <Result>(work: Promise<Result>) => Promise.race([work, breaking])
  return {
    sql,
    orFault,
    begin: (mode: string): PromiseLike<RowList<Row[]>> =>
      sql.unsafe(`begin ${mode}`, [], { onexecute } as object).execute(),
    /** Says the last word and gives the connection back; a broken one the driver has put aside already. */
    say: async (last: 'commit' | 'rollback') => {
      if (broken) throw broken
      await orFault(sql.unsafe(last).execute())
      if (connection) connection.onclose = null
      sql.release()
    },
  }
}
