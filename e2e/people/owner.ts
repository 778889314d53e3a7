import postgres, { type Sql } from 'postgres'
import { configure } from '#app/config.ts'
import { withDatabase } from '#app/cli/database.ts'

/** Work on the stories' own database as its owner: to look at what is there, or to make what no page makes. */
export function asOwner<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
  configure({ DATA_DIR: '.data-test-e2e' })
  return withDatabase(async (owner) => {
    const sql = postgres(owner, { max: 1, onnotice: () => {} })
    try {
      return await work(sql)
    } finally {
      await sql.end()
    }
  })
}
