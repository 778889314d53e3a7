import type { Instant } from './clock.ts'

/** An equal act by the same person within this many minutes is a form that was sent twice, so it is done once. */
const REPEAT_MINUTES = 10

/** Returns the moment since which an equal act counts as a repeat. */
export function repeatSince(at: Instant): Instant {
  return at.subtract({ minutes: REPEAT_MINUTES })
}

/** Returns whether an act done at one moment may be a repeat of the act asked for at another. */
export function isRepeat(done: Instant, at: Instant): boolean {
  return done.epochMilliseconds > repeatSince(at).epochMilliseconds
}
