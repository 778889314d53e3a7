import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { settings } from '#app/config.ts'

// Limits are per process: with several processes behind a balancer they are as many times higher.
const scale = settings().RATE_LIMIT_SCALE
const limit = (points: number, minutes: number) =>
  new RateLimiterMemory({
    points: Math.max(1, Math.round(points * scale)),
    duration: minutes * 60,
  })

const LIMITS = {
  'sign-in': limit(20, 10),
  // The attempts of one network at one account. Attempts from all networks together have a far
  // higher limit, so that others cannot lock the owner out.
  'sign-in-account': limit(8, 10),
  'sign-in-anywhere': limit(120, 10),
  'sign-up': limit(15, 60),
  mail: limit(20, 60),
  'mail-address': limit(6, 60),
  checkout: limit(60, 10),
  found: limit(10, 60),
  'draft-logo': limit(30, 60),
} as const

type LimitedAct = keyof typeof LIMITS

/**
 * Counts one attempt of an act by `key` (a network address, an e-mail address). Returns 0 when it is allowed, otherwise
 * the minutes until the next attempt is.
 */
export async function minutesUntilAllowed(act: LimitedAct, key: string): Promise<number> {
  try {
    await LIMITS[act].consume(key)
    return 0
  } catch (fault) {
    if (!(fault instanceof RateLimiterRes)) throw fault
    return Math.max(1, Math.ceil(fault.msBeforeNext / 60_000))
  }
}

/** Resets the limit of an act after a success. */
export async function resetLimit(act: LimitedAct, key: string): Promise<void> {
  await LIMITS[act].delete(key)
}

/** Counts one attempt to sign in to an account. A network over its limit does not count against the account. */
export async function minutesUntilSignIn(peer: string, account: string): Promise<number> {
  return (
    (await minutesUntilAllowed('sign-in', peer)) ||
    (await minutesUntilAllowed('sign-in-account', `${peer} ${account}`)) ||
    (await minutesUntilAllowed('sign-in-anywhere', account))
  )
}

/** Counts one letter that a reader requests for an address. */
export async function minutesUntilMail(peer: string, email: string): Promise<number> {
  return (
    (await minutesUntilAllowed('mail', peer)) || (await minutesUntilAllowed('mail-address', email))
  )
}
