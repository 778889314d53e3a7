import postgres, { type Sql } from 'postgres'
import { withDatabase } from '#app/cli/database.ts'

/** Runs work on the stories' database as its owner, to read what is there or to make what no page makes. */
export function asOwner<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
  process.env['DATA_DIR'] ??= '.data-test-e2e'
  return withDatabase(async (owner) => {
    const sql = postgres(owner, { max: 1, onnotice: () => {} })
    try {
      return await work(sql)
    } finally {
      await sql.end()
    }
  })
}
