import { expect, test, vi } from 'vitest'
import { countSignedIn, minutesUntilMail, minutesUntilSignIn } from './limits.server.ts'

const times = (count: number) => Array.from({ length: count }, (_, index) => index)

test('successful sign-ins of an assembly behind one router lock nobody out', async () => {
  for (const index of times(200)) {
    const account = `member-${index}@assembly.example`
    expect(await minutesUntilSignIn('198.51.100.1', account)).toBe(0)
    await countSignedIn('198.51.100.1', account)
  }
})

test('eight wrong passwords of one network lock that network out of the account, and no other', async () => {
  const account = 'owner@eight.example'
  for (const _ of times(8)) expect(await minutesUntilSignIn('2001:db8:1:2::1', account)).toBe(0)
  expect(await minutesUntilSignIn('2001:db8:1:2::ffff', account)).toBeGreaterThan(0)
  expect(await minutesUntilSignIn('2001:db8:1:3::1', account)).toBe(0)
})

test('one who hammers at one account leaves the rest of the network alone', async () => {
  for (const _ of times(100)) await minutesUntilSignIn('198.51.100.2', 'hammered@one.example')
  expect(await minutesUntilSignIn('198.51.100.2', 'neighbour@one.example')).toBe(0)
})

test('one network that guesses at many accounts is stopped', async () => {
  for (const index of times(30))
    expect(await minutesUntilSignIn('198.51.100.3', `guess-${index}@spray.example`)).toBe(0)
  expect(await minutesUntilSignIn('198.51.100.3', 'guess-30@spray.example')).toBeGreaterThan(0)
})

test('wrong passwords of strangers slow strangers down, and never lock the owner out', async () => {
  const account = 'owner@strangers.example'
  await minutesUntilSignIn('203.0.113.200', account)
  await countSignedIn('203.0.113.200', account)
  const strangers = Promise.all(
    times(40).map((index) => minutesUntilSignIn(`203.0.113.${index}`, account)),
  )
  const owner = minutesUntilSignIn('203.0.113.200', account)
  expect(await Promise.race([owner, strangers])).toBe(0)
  const minutes = await strangers
  expect(minutes.filter((wait) => wait === 0).length).toBeLessThanOrEqual(27)
  expect(minutes.filter((wait) => wait > 0).length).toBeGreaterThanOrEqual(13)
}, 20_000)

test('letters to one address are limited for each network, so that no stranger uses up the owner’s', async () => {
  const address = 'owner@letters.example'
  for (const _ of times(6)) expect(await minutesUntilMail('198.51.100.4', address)).toBe(0)
  expect(await minutesUntilMail('198.51.100.4', address)).toBeGreaterThan(0)
  expect(await minutesUntilMail('198.51.100.5', address)).toBe(0)
})

test('a small scale still allows the first attempt of each act', async () => {
  vi.resetModules()
  const config = await import('#app/config.ts')
  config.configure({ RATE_LIMIT_SCALE: '0.05' })
  const small = await import('./limits.server.ts')
  expect(await small.minutesUntilSignIn('192.0.2.1', 'a@example.org')).toBe(0)
  expect(await small.minutesUntilSignIn('192.0.2.1', 'a@example.org')).toBeGreaterThan(0)
  expect(await small.minutesUntilMail('192.0.2.1', 'a@example.org')).toBe(0)
})
