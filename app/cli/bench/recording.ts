import postgres from 'postgres'
import { needed } from '#app/config.ts'
import { closePool, recordQueries } from '#db/client.server.ts'

type Statement = { readonly text: string; readonly values: readonly unknown[] }
/** One transaction as it was sent, without its begin and commit. */
export type Recorded = { readonly mode: string; readonly statements: readonly Statement[] }

/** Opens the floor's connections: the driver alone, with prepared statements, as the app uses them. */
export function bare(max: number): postgres.Sql {
  return postgres(needed('DATABASE_WEB_URL'), { max, onnotice: () => {} })
}

/**
 * Runs `work` once on a pool that records, and returns the transactions that it sent. The floor then runs the same
 * queries as the app, and not our idea of them.
 */
export async function record(work: () => Promise<unknown>): Promise<Recorded[]> {
  await closePool()
  const transactions: { mode: string; statements: Statement[]; connection: number }[] = []
  recordQueries((connection, text, values) => {
    const begun = /^begin ?(.*)/.exec(text)
    if (begun) transactions.push({ mode: begun[1] ?? '', statements: [], connection })
    else if (text !== 'commit')
      transactions
        .findLast((one) => one.connection === connection)
        ?.statements.push({ text, values: [...values] })
  })
  await work()
  await closePool()
  return transactions
}

/** Sends a recorded transaction again, all its statements at once, and returns the rows of all statements. */
export async function replay(
  sql: postgres.Sql,
  { mode, statements }: Recorded,
  change: (value: unknown, statement: number, position: number) => unknown = (value) => value,
): Promise<readonly Record<string, unknown>[]> {
  const rows = await sql.begin(mode || 'read write', (tx) =>
    Promise.all(
      statements.map(({ text, values }, statement) => {
        const sent = values.map((value, position) => change(value, statement, position))
        return tx.unsafe(text, sent as never[], { prepare: true })
      }),
    ),
  )
  return (rows as Record<string, unknown>[][]).flat()
}
