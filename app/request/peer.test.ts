import { Hono } from 'hono'
import { afterEach, expect, test } from 'vitest'
import { configure } from '#app/config.ts'
import { isFromThisMachine, peerOf } from './peer.server.ts'

afterEach(() => configure({ TRUST_PROXY: '' }))

/** Sends a request over a connection from an address, and returns where the server thinks that it is from. */
async function askFrom(address: string, headers: Record<string, string> = {}) {
  const app = new Hono()
  app.get('/', (c) => c.json({ peer: peerOf(c), local: isFromThisMachine(c) }))
  const incoming = { socket: { remoteAddress: address, remotePort: 1, remoteFamily: 'IPv4' } }
  const answer = await app.request('/', { headers }, { incoming })
  return (await answer.json()) as { peer: string; local: boolean }
}

test('a request of this machine is told from one of another, and from one that a proxy passed on', async () => {
  expect(await askFrom('127.0.0.1')).toEqual({ peer: '127.0.0.1', local: true })
  expect(await askFrom('203.0.113.9')).toEqual({ peer: '203.0.113.9', local: false })
  for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip', 'x-forwarded-host'])
    expect((await askFrom('127.0.0.1', { [name]: '127.0.0.1' })).local, name).toBe(false)
})

test('behind a trusted proxy its last hop counts, and no other', async () => {
  configure({ TRUST_PROXY: 'yes' })
  const forged = { 'x-forwarded-for': '127.0.0.1, 203.0.113.9' }
  expect(await askFrom('127.0.0.1', forged)).toEqual({ peer: '203.0.113.9', local: false })
  expect((await askFrom('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).local).toBe(true)
})
