import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { settings } from '#app/config.ts'
import { networkOf } from './network.ts'

// Limits are per process: with several processes behind a balancer they are as many times higher.
const scale = settings().RATE_LIMIT_SCALE
const limit = (points: number, minutes: number) =>
  new RateLimiterMemory({
    points: Math.max(1, Math.round(points * scale)),
    duration: minutes * 60,
  })

// Every key is a network or an account, never both a network's addresses one by one: a home has a whole IPv6 /64.
const LIMITS = {
  // All attempts of a network, right or wrong, because each costs a hash. An assembly behind one router signs in.
  'sign-in-tries': limit(600, 10),
  // The wrong passwords of a network: a right one is given back.
  'sign-in': limit(30, 10),
  // The wrong passwords of one network at one account.
  'sign-in-account': limit(8, 10),
  // The wrong passwords of all networks at one account. Beyond it they take turns, so that nobody locks the owner out.
  'sign-in-anywhere': limit(20, 10),
  'sign-up': limit(120, 60),
  mail: limit(60, 60),
  // The letters that one network, and all networks together, ask for at one address.
  'mail-address': limit(6, 60),
  'mail-anywhere': limit(30, 60),
  checkout: limit(60, 10),
  found: limit(10, 60),
  'draft-logo': limit(30, 60),
} as const

type LimitedAct = keyof typeof LIMITS

/**
 * Counts one attempt of an act by `key` (a network address, an e-mail address). Returns 0 when it is allowed, otherwise
 * the minutes until the next attempt is. An address counts as its network.
 */
export async function minutesUntilAllowed(act: LimitedAct, key: string): Promise<number> {
  try {
    await LIMITS[act].consume(networkOf(key))
    return 0
  } catch (fault) {
    if (!(fault instanceof RateLimiterRes)) throw fault
    return Math.max(1, Math.ceil(fault.msBeforeNext / 60_000))
  }
}

const bothOf = (peer: string, account: string) => `${networkOf(peer)} ${account}`

/**
 * Counts one attempt to sign in to an account, before its password is read. Returns 0 when it may be read, otherwise the
 * minutes until the next one is. Who hammers at one account does not use up what others of the same network have.
 */
export async function minutesUntilSignIn(peer: string, account: string): Promise<number> {
  return (
    (await minutesUntilAllowed('sign-in-account', bothOf(peer, account))) ||
    (await minutesUntilAllowed('sign-in-tries', peer)) ||
    (await minutesUntilAllowed('sign-in', peer)) ||
    (await minutesUntilTurn(bothOf(peer, account), account))
  )
}

/** The networks from which each account was signed in to. No stranger's wrong passwords slow these down. */
const trusted = new LRUCache<string, true>({ max: 50_000 })

/** When the next turn is at each account that many networks try. */
const turns = new LRUCache<string, number>({ max: 10_000 })
const TURN_MS = 2000
const LONGEST_WAIT_MS = 10_000

/**
 * Waits for a turn at an account, if many wrong passwords were tried there. Returns 0 when the turn has come, and the
 * minutes until the next attempt when too many wait.
 */
async function minutesUntilTurn(both: string, account: string): Promise<number> {
  if (trusted.has(both) || !(await minutesUntilAllowed('sign-in-anywhere', account))) return 0
  const now = performance.now()
  const turn = Math.max(now, turns.get(account) ?? 0)
  if (turn - now > LONGEST_WAIT_MS) return 1
  turns.set(account, turn + TURN_MS)
  await sleep(turn - now)
  return 0
}

/** Says that an attempt had the right password: it does not count, and its network is trusted at this account. */
export async function countSignedIn(peer: string, account: string): Promise<void> {
  trusted.set(bothOf(peer, account), true)
  await Promise.all([
    LIMITS['sign-in'].reward(networkOf(peer), 1),
    LIMITS['sign-in-anywhere'].reward(account, 1),
    LIMITS['sign-in-account'].delete(bothOf(peer, account)),
  ])
}

/** Counts one letter that a reader requests for an address. */
export async function minutesUntilMail(peer: string, email: string): Promise<number> {
  return (
    (await minutesUntilAllowed('mail', peer)) ||
    (await minutesUntilAllowed('mail-address', bothOf(peer, email))) ||
    (await minutesUntilAllowed('mail-anywhere', email))
  )
}
