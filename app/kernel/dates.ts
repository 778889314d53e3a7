import { Temporal } from '#app/kernel/clock.ts'

/** A date out of an address or a form, or undefined for anything else. */
export function readDay(text: string | null): Temporal.PlainDate | undefined {
  try {
    return text ? Temporal.PlainDate.from(text) : undefined
  } catch {
    return undefined
  }
}

/** A moment out of an address or a form, or undefined for anything else. */
export function readMoment(text: string | null): Temporal.Instant | undefined {
  try {
    return text ? Temporal.Instant.from(text) : undefined
  } catch {
    return undefined
  }
}
