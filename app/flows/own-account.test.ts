import { owner } from '#db/testing/database.ts'
import { expect, test } from 'vitest'
import { fingerprint, startSession } from '#app/domains/identity/session.server.ts'
import { whoIs } from '#app/reads/who-is.server.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { goOn } from './own-account.server.ts'
import { aPerson, monday } from './testing/co-op.ts'

const DAY = 24

test('a session that is visited goes on, and ends on its last day all the same', async () => {
  const person = await aPerson('Amina')
  const where = { host: 'localhost', at: monday }
  const tokenHash = fingerprint(await inFederation((db) => startSession(db, person.id, where)))
  const on = (day: number) => monday.add({ hours: day * DAY })
  const seen = (day: number) => whoIs({ tokenHash, host: 'localhost', tenant: null, at: on(day) })

  expect(await seen(10)).toMatchObject({ person: { id: person.id }, fading: false })
  expect(await seen(20)).toMatchObject({ person: { id: person.id }, fading: true })
  for (const day of [20, 45, 70]) await goOn(tokenHash, on(day))
  expect(await seen(89)).toMatchObject({ person: { id: person.id } })
  await goOn(tokenHash, on(89))
  expect((await seen(91)).person).toBeNull()
  expect(
    await owner`select from sessions where token_hash = ${tokenHash} and expires_at > dies_at`,
  ).toHaveLength(0)
})

test('a session nobody visits ends after a month', async () => {
  const person = await aPerson('Amina')
  const where = { host: 'localhost', at: monday }
  const tokenHash = fingerprint(await inFederation((db) => startSession(db, person.id, where)))
  const at = monday.add({ hours: 31 * DAY })
  expect((await whoIs({ tokenHash, host: 'localhost', tenant: null, at })).person).toBeNull()
})
