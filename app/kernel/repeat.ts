import type { Instant } from './clock.ts'

/** The same from the same hand within so many minutes is a form that was sent twice, and done once. */
const REPEAT_MINUTES = 10

/** Since when something that looks the same is taken for the same. */
export function repeatSince(at: Instant): Instant {
  return at.subtract({ minutes: REPEAT_MINUTES })
}

/** Whether something that was done at one moment may be the same as what is asked for at another. */
export function isRepeat(done: Instant, at: Instant): boolean {
  return done.epochMilliseconds > repeatSince(at).epochMilliseconds
}
