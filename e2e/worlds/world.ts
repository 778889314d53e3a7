import { test as base } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { settings } from '#app/config.ts'
import postgres, { type Sql } from 'postgres'

/** Where the template and the worlds that are copied from it keep their data. */
export const HOME = '.data-test-e2e'

/** How many stories are told at once: each worker has a world of its own. */
export const WORKERS = 2

/** The world in which pages are only looked at: no story has changed anything there. */
export const UNTOUCHED = 9

/** The first of a world's two ports: the site's. The next is its payment sandbox's. */
export function portOf(world: number): number {
  return settings().E2E_PORT + 10 * world
}

/** The folder of a world: its files, its payment sandbox's memory, its log, and where its database is. */
export function folderOf(world: number): string {
  return join(HOME, 'worlds', String(world))
}

let entered: number | null = null

/** The world that this process tells its stories in: the one that its project names, or its worker's own. */
export function currentWorld(): number {
  return entered ?? settings().TEST_PARALLEL_INDEX
}

/** Enters a world, for a spec that goes from one to the next. */
export function enterWorld(world: number): void {
  entered = world
}

/** For specs that are about one world, whichever worker runs them: their project says which. */
export const test = base.extend<object, { world: number | null; entering: undefined }>({
  world: [null, { option: true, scope: 'worker' }],
  entering: [
    async ({ world }, use) => {
      entered = world
      await use(undefined)
    },
    { scope: 'worker', auto: true },
  ],
})

/** Work on a world's own database as its owner: to look at what is there, or to make what no page makes. */
export async function asOwner<Result>(
  work: (sql: Sql) => Promise<Result>,
  world = currentWorld(),
): Promise<Result> {
  const url = readFileSync(join(folderOf(world), 'owner-url'), 'utf8')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}
