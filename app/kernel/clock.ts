import { Temporal } from 'temporal-polyfill'

/**
 * A moment on the time line. An act receives the moment at which it happens as an argument; no act reads the clock.
 */
export type Instant = Temporal.Instant

/** Returns the current moment. The edge passes the system's clock; tests and seeds pass their own. */
export type Clock = () => Instant

/** The system's clock, in whole milliseconds, because the database stores whole milliseconds. */
export const systemClock: Clock = () =>
  Temporal.Instant.fromEpochMilliseconds(Temporal.Now.instant().epochMilliseconds)

/** Writes a moment in ISO 8601, in UTC, to the millisecond. This is faster than the `toString` of the moment. */
export function writeInstant(moment: Instant): string {
  // oxlint-disable-next-line no-restricted-globals -- it writes a moment down, and asks for none
  return new Date(moment.epochMilliseconds).toISOString()
}

export { Temporal }
