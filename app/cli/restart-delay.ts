/** Ends that count together, in milliseconds. */
const WINDOW = 300_000

/** So many ends within the window show that starting again does not help. */
const MOST_ENDS = 10

/**
 * Returns after how many milliseconds a program that ended by itself is started again: a quarter of a second after its
 * first end, and longer after each further one, up to half a minute. Undefined when starting again has not helped.
 */
export function restartDelay(ends: readonly number[], now: number): number | undefined {
  const recent = ends.filter((end) => now - end < WINDOW).length
  return recent > MOST_ENDS ? undefined : Math.min(30_000, 250 * 2 ** Math.max(0, recent - 1))
}
