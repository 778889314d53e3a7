import type { Slot } from '#app/domains/jobs/availability.ts'

/** How many starts of a day are shown on half hours. A day with more has whole hours. */
const MOST_HALF_HOURS = 13

/**
 * Chooses which starts of a day are shown, so that they are few and evenly spread: those on half hours, or on whole
 * hours where these are many. The chosen start is shown in any case. What is open decides first: of open starts that follow one another at least one is shown,
 * and half hours are left out only when more of them are open than can be shown.
 */
export function shownStarts(slots: readonly Slot[], chosen: string): Slot[] {
  const isOnHalf = ({ minute }: Slot) => minute % 30 === 0
  const onHalves = slots.filter(isOnHalf)
  const openStep = onHalves.filter(({ open }) => open).length > MOST_HALF_HOURS ? 60 : 30
  const takenStep = onHalves.length > MOST_HALF_HOURS ? 60 : 30
  const shown = new Set(
    slots.filter(
      (slot) =>
        slot.minute % (slot.open ? openStep : takenStep) === 0 ||
        (chosen !== '' && slot.start.toString() === chosen),
    ),
  )
  for (const run of openRuns(slots)) {
    if (run.some((slot) => shown.has(slot))) continue
    const best = run.find(isOnHalf) ?? run[0]
    if (best) shown.add(best)
  }
  return slots.filter((slot) => shown.has(slot))
}

/** Returns the open starts that follow one another, run by run. A start that is taken or not offered ends a run. */
function openRuns(slots: readonly Slot[]): Slot[][] {
  const runs: Slot[][] = []
  let before: Slot | undefined
  for (const slot of slots) {
    if (slot.open) {
      const follows =
        before?.open &&
        slot.start.epochMilliseconds - before.start.epochMilliseconds === 15 * 60_000
      if (follows) runs.at(-1)?.push(slot)
      else runs.push([slot])
    }
    before = slot
  }
  return runs
}
