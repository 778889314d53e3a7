import { pino } from 'pino'
import { settings } from '#app/config.ts'

/**
 * The log: structured lines on standard output. It contains paths, counts and causes, never an address or text that a
 * person typed.
 */
export const log = pino({
  level: settings().LOG_LEVEL,
  base: null,
})

export function logFault(fault: unknown, fields: Readonly<Record<string, string>>): void {
  log.error({
    ...fields,
    fault: fault instanceof Error ? { name: fault.name, stack: fault.stack } : String(fault),
  })
}
