import type { Instant } from './clock.ts'

/** The same from the same hand within so many minutes is a form that was sent twice, and done once. */
const TWICE_MINUTES = 10

/** Since when something that looks the same is taken for the same. */
export function twiceSince(at: Instant): Instant {
  return at.subtract({ minutes: TWICE_MINUTES })
}

/** Whether something that was done at one moment may be the same as what is asked for at another. */
export function isJustNow(done: Instant, at: Instant): boolean {
  return done.epochMilliseconds > twiceSince(at).epochMilliseconds
}
