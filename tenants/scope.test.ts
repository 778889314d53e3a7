import { owner } from '#db/testing/database.ts'
import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { people } from '#db/schema/accounts.ts'
import { inFederation } from './scope.server.ts'

const POOL = 20

const one = () =>
  inFederation((db) => db.execute<{ n: number }>(sql`select 1 as n`), { readOnly: true })

test('readings give their connection back, those that fail too', async () => {
  const readings = Array.from({ length: POOL * 5 }, (_, n) =>
    n % 2 === 0
      ? one()
      : inFederation((db) => db.execute(sql`select 1 / 0`), { readOnly: true }).catch(
          () => 'failed',
        ),
  )
  const answers = await Promise.all(readings)
  expect(answers.filter((answer) => answer === 'failed')).toHaveLength((POOL * 5) / 2)
  expect((await one())[0]?.n).toBe(1)
})

test('a reading cannot write', async () => {
  await expect(
    inFederation((db) => db.execute(sql`delete from person_tokens`), { readOnly: true }),
  ).rejects.toMatchObject({ cause: { code: '25006' } })
})

test('what outlives its transaction cannot speak in the next one of its connection', async () => {
  for (const readOnly of [true, false]) {
    let late: Promise<unknown> | undefined
    await inFederation(
      async (db) => {
        late = new Promise((done) => setTimeout(done, 50)).then(() => db.execute(sql`select 1`))
        late.catch(() => {})
        await db.execute(sql`select 1`)
      },
      { readOnly },
    )
    await expect(late).rejects.toMatchObject({ cause: { message: 'This transaction is over.' } })
  }
})

test('what was refused undoes the whole, even when somebody caught the refusal', async () => {
  const id = uuidv7()
  const caught = inFederation(async (db) => {
    await db.execute(
      sql`insert into people (id, email, name, locale, created_at) values (${id}, 'z@twiza.example', 'Z', 'en', now())`,
    )
    await db.execute(sql`select 1 / 0`).catch(() => {})
    return 'done'
  })
  await expect(caught).rejects.toMatchObject({ code: '22012' })
  expect(await owner`select 1 from people where id = ${id}`).toHaveLength(0)
})

test('a connection that breaks on the way ends its transaction alone, and the next has another', async () => {
  for (const readOnly of [true, false]) {
    const broken = inFederation(
      async (db) => {
        const [own] = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
        await owner`select pg_terminate_backend(${own?.pid ?? 0})`
        return db.execute(sql`select 1`)
      },
      { readOnly },
    )
    await expect(broken).rejects.toThrow()
    expect(await Promise.all(Array.from({ length: POOL + 5 }, one))).toHaveLength(POOL + 5)
  }
})

test('what is asked is prepared, once for a connection: one round trip from then on', async () => {
  const prepared = await inFederation(async (db) => {
    await db.select({ asked: people.email }).from(people).limit(1)
    return db.execute<{ n: number }>(
      sql`select count(*)::int as n from pg_prepared_statements where statement like 'select "email" from "people" limit%'`,
    )
  })
  expect(prepared[0]?.n).toBe(1)
})
