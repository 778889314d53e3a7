import { RateLimiterMemory } from 'rate-limiter-flexible'

// Per process: with several processes behind a balancer the limits are as many times wider.
const scale = Number(process.env['RATE_LIMIT_SCALE'] ?? 1)
const limit = (points: number, minutes: number) =>
  new RateLimiterMemory({ points: Math.round(points * scale), duration: minutes * 60 })

const LIMITS = {
  'sign-in': limit(20, 10),
  'sign-in-address': limit(8, 10),
  'sign-up': limit(15, 60),
  mail: limit(6, 60),
  checkout: limit(60, 10),
  found: limit(10, 60),
} as const

/** Counts one try of an act by somebody (an address on the network, an e-mail), and says whether it is one too many. */
export async function tooOften(act: keyof typeof LIMITS, who: string): Promise<boolean> {
  try {
    await LIMITS[act].consume(who)
    return false
  } catch {
    return true
  }
}
