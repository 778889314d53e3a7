import { pino } from 'pino'
import { settings } from '#app/config.ts'

/** Structured lines on standard output. Nothing a person typed and no address goes in: paths, counts and causes do. */
export const log = pino({
  level: settings().LOG_LEVEL,
  base: null,
})

export function logFault(fault: unknown, about: Readonly<Record<string, string>>): void {
  log.error({
    ...about,
    fault: fault instanceof Error ? { name: fault.name, stack: fault.stack } : String(fault),
  })
}
