import { Temporal } from 'temporal-polyfill'

/** A moment on the time line. Acts are handed the moment they happen at; none asks what time it is. */
export type Instant = Temporal.Instant

/** Tells the moment. The edge hands in the system's; tests and seeds hand in their own. */
export type Clock = () => Instant

/** The system's clock, in whole milliseconds, which is what the database gives back. */
export const systemClock: Clock = () =>
  Temporal.Instant.fromEpochMilliseconds(Temporal.Now.instant().epochMilliseconds)

/** A moment in ISO 8601, UTC, to the millisecond; a good deal quicker than its own `toString`. */
export function writeInstant(moment: Instant): string {
  // oxlint-disable-next-line no-restricted-globals -- it writes a moment down, and asks for none
  return new Date(moment.epochMilliseconds).toISOString()
}

export { Temporal }
