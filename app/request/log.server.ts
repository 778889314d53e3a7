import { type DestinationStream, pino } from 'pino'
import { settings } from '#app/config.ts'
import { redact, redactText } from './redact.ts'

/**
 * Returns a log: structured lines of paths, counts and causes. Every line goes through one redaction, so whatever is
 * logged contains no address, secret or text that a person typed.
 */
export function logTo(destination?: DestinationStream) {
  return pino(
    {
      level: settings().LOG_LEVEL,
      base: null,
      formatters: { log: (fields) => Object(redact(fields)) as Record<string, unknown> },
      hooks: {
        logMethod(given, method) {
          // A bare fault would lend its message to the line.
          const redacted = given.map((part: unknown) =>
            part instanceof Error
              ? { fault: part }
              : typeof part === 'string'
                ? redactText(part)
                : part,
          )
          method.apply(this, redacted as typeof given)
        },
      },
    },
    destination,
  )
}

/** The log of this process, on standard output. */
export const log = logTo()

/** Logs a fault of ours. */
export function logFault(fault: unknown, fields: Readonly<Record<string, string>>): void {
  log.error({ ...fields, fault })
}
