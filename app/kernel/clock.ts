import { Temporal } from 'temporal-polyfill'

/** A moment on the time line. Acts are handed the moment they happen at; none asks what time it is. */
export type Instant = Temporal.Instant

/** Tells the moment. The edge hands in the system's; tests and seeds hand in their own. */
export type Clock = () => Instant

/** The system's clock, in whole milliseconds, which is what the database gives back. */
export const systemClock: Clock = () =>
  Temporal.Instant.fromEpochMilliseconds(Temporal.Now.instant().epochMilliseconds)

export { Temporal }
