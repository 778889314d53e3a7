import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { settings } from '#app/config.ts'

// Per process: with several processes behind a balancer the limits are as many times wider.
const scale = settings().RATE_LIMIT_SCALE
const limit = (points: number, minutes: number) =>
  new RateLimiterMemory({ points: Math.round(points * scale), duration: minutes * 60 })

const LIMITS = {
  'sign-in': limit(20, 10),
  // One network's tries at one account. That account may be tried from everywhere together far more often, so that
  // nobody else's tries keep its owner out.
  'sign-in-account': limit(8, 10),
  'sign-in-anywhere': limit(120, 10),
  'sign-up': limit(15, 60),
  mail: limit(20, 60),
  'mail-address': limit(6, 60),
  checkout: limit(60, 10),
  found: limit(10, 60),
  'draft-logo': limit(30, 60),
} as const

type Act = keyof typeof LIMITS

/** Counts one try of an act by somebody (an address on the network, an e-mail): in how many minutes the next may be, or 0 when this one may. */
export async function tooOften(act: Act, who: string): Promise<number> {
  try {
    await LIMITS[act].consume(who)
    return 0
  } catch (left) {
    if (!(left instanceof RateLimiterRes)) throw left
    return Math.max(1, Math.ceil(left.msBeforeNext / 60_000))
  }
}

/** Forgets the tries of somebody who has shown that they were no guesses. */
export async function forgive(act: Act, who: string): Promise<void> {
  await LIMITS[act].delete(who)
}

/** Counts one try at an account by its password. A network that is stopped counts for nothing against the account. */
export async function triedTooOften(peer: string, account: string): Promise<number> {
  return (
    (await tooOften('sign-in', peer)) ||
    (await tooOften('sign-in-account', `${peer} ${account}`)) ||
    (await tooOften('sign-in-anywhere', account))
  )
}

/** Counts one letter that somebody asks to have sent to an address. */
export async function writtenTooOften(peer: string, email: string): Promise<number> {
  return (await tooOften('mail', peer)) || (await tooOften('mail-address', email))
}
