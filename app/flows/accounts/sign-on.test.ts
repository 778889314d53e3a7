import '#db/testing/database.ts'
import { expect, test } from 'vitest'
import { fingerprint, startSession } from '#app/domains/accounts/session.server.ts'
import { readSession } from '#app/reads/accounts/session.server.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { startSignOn, finishSignOn } from './sign-on.server.ts'
import { signOutEverywhere } from './own-account.server.ts'
import { createPerson, monday } from '#app/flows/testing/co-op.ts'

const place = { host: 'weavers.localhost', at: monday }
const secret = 'the secret of the requesting browser'

async function createCode(): Promise<string> {
  const { id } = await createPerson('Amina')
  return startSignOn(id, { ...place, browser: fingerprint(secret) })
}

test('a sign-on code works in the browser that requested it, once', async () => {
  const code = await createCode()
  expect((await finishSignOn({ code, secret }, place)).ok).toBe(true)
  expect((await finishSignOn({ code, secret }, place)).ok).toBe(false)
})

test('another browser cannot use a sign-on code, and its attempt does not use the code up', async () => {
  const code = await createCode()
  expect((await finishSignOn({ code, secret: 'another' }, place)).ok).toBe(false)
  expect((await finishSignOn({ code, secret: '' }, place)).ok).toBe(false)
  expect((await finishSignOn({ code, secret }, place)).ok).toBe(true)
})

test('a sign-on code is for one host and one minute', async () => {
  const code = await createCode()
  const elsewhere = { ...place, host: 'others.localhost' }
  expect((await finishSignOn({ code, secret }, elsewhere)).ok).toBe(false)
  const late = { ...place, at: monday.add({ seconds: 61 }) }
  expect((await finishSignOn({ code, secret }, late)).ok).toBe(false)
})

test('of five simultaneous uses of a sign-on code, one succeeds', async () => {
  const code = await createCode()
  const all = await Promise.all(
    Array.from({ length: 5 }, () => finishSignOn({ code, secret }, place)),
  )
  expect(all.filter(({ ok }) => ok)).toHaveLength(1)
})

test('signing out everywhere ends the person’s sessions on every host, and no other person’s', async () => {
  const [amina, rosa] = [await createPerson('Amina'), await createPerson('Rosa')]
  const hosts = ['localhost', 'one.localhost', 'two.localhost']
  const start = (id: typeof amina.id, host: string) =>
    inFederation((db) => startSession(db, id, { host, at: monday }))
  const tokens = await Promise.all(hosts.map((host) => start(amina.id, host)))
  const tokenOfRosa = await start(rosa.id, 'localhost')
  const readPerson = async (token: string, host: string) =>
    (await readSession({ tokenHash: fingerprint(token), host, tenant: null, at: monday })).person
      ?.id
  for (const [index, host] of hosts.entries())
    expect(await readPerson(tokens[index] ?? '', host)).toBe(amina.id)
  await signOutEverywhere(amina.id, { host: 'one.localhost', at: monday })
  for (const [index, host] of hosts.entries())
    expect(await readPerson(tokens[index] ?? '', host)).toBeUndefined()
  expect(await readPerson(tokenOfRosa, 'localhost')).toBe(rosa.id)
})
