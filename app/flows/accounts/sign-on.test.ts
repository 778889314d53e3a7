import '#db/testing/database.ts'
import { expect, test } from 'vitest'
import { fingerprint, startSession } from '#app/domains/accounts/session.server.ts'
import { readSession } from '#app/reads/accounts/session.server.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { startSignOn, finishSignOn } from './sign-on.server.ts'
import { endEverywhere } from './own-account.server.ts'
import { aPerson, monday } from '#app/flows/testing/co-op.ts'

const where = { host: 'weavers.localhost', at: monday }
const secret = 'what the browser that asked holds'

async function aCode(): Promise<string> {
  const { id } = await aPerson('Amina')
  return startSignOn(id, { ...where, browser: fingerprint(secret) })
}

test('a hand-over opens in the browser that asked for it, once', async () => {
  const code = await aCode()
  expect((await finishSignOn({ code, secret }, where)).ok).toBe(true)
  expect((await finishSignOn({ code, secret }, where)).ok).toBe(false)
})

test('another browser cannot use a hand-over, and its trying takes nothing from the one that can', async () => {
  const code = await aCode()
  expect((await finishSignOn({ code, secret: 'another' }, where)).ok).toBe(false)
  expect((await finishSignOn({ code, secret: '' }, where)).ok).toBe(false)
  expect((await finishSignOn({ code, secret }, where)).ok).toBe(true)
})

test('a hand-over is for one host and one minute', async () => {
  const code = await aCode()
  const elsewhere = { ...where, host: 'others.localhost' }
  expect((await finishSignOn({ code, secret }, elsewhere)).ok).toBe(false)
  const late = { ...where, at: monday.add({ seconds: 61 }) }
  expect((await finishSignOn({ code, secret }, late)).ok).toBe(false)
})

test('of five who use a hand-over at once, one goes in', async () => {
  const code = await aCode()
  const all = await Promise.all(
    Array.from({ length: 5 }, () => finishSignOn({ code, secret }, where)),
  )
  expect(all.filter(({ ok }) => ok)).toHaveLength(1)
})

test('to sign out everywhere ends the sessions of every host, and nobody else’s', async () => {
  const [amina, rosa] = [await aPerson('Amina'), await aPerson('Rosa')]
  const hosts = ['localhost', 'one.localhost', 'two.localhost']
  const start = (id: typeof amina.id, host: string) =>
    inFederation((db) => startSession(db, id, { host, at: monday }))
  const tokens = await Promise.all(hosts.map((host) => start(amina.id, host)))
  const hers = await start(rosa.id, 'localhost')
  const seen = async (token: string, host: string) =>
    (await readSession({ tokenHash: fingerprint(token), host, tenant: null, at: monday })).person
      ?.id
  for (const [index, host] of hosts.entries())
    expect(await seen(tokens[index] ?? '', host)).toBe(amina.id)
  await endEverywhere(amina.id, { host: 'one.localhost', at: monday })
  for (const [index, host] of hosts.entries())
    expect(await seen(tokens[index] ?? '', host)).toBeUndefined()
  expect(await seen(hers, 'localhost')).toBe(rosa.id)
})
