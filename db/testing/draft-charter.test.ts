import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { owner } from './database.ts'

const dataOf = async (id: string) =>
  (await owner`select data from founding_drafts where id = ${id}`)[0]?.['data']

async function aDraft(data: object): Promise<string> {
  const id = randomUUID()
  await owner`insert into founding_drafts (id, secret_hash, data, created_at, updated_at)
    values (${id}, ${id}, ${owner.json({ ...data })}, now(), now())`
  return id
}

test('drafts that were begun before keep what their founders changed of the charter', async () => {
  const [split, floor] = [{ workersBp: 9400 }, { hourlyMinor: 1600 }]
  const changed = await aDraft({ name: 'Harbour', split, floor })
  const untouched = await aDraft({ name: 'Tide' })
  const migration = await readFile('db/migrations/0012_draft_charter.sql', 'utf8')
  for (let run = 0; run < 2; run += 1) {
    await owner.unsafe(migration)
    expect(await dataOf(changed)).toEqual({ name: 'Harbour', charter: { split, floor } })
    expect(await dataOf(untouched)).toEqual({ name: 'Tide' })
  }
})
