import { countRejection } from './metrics.server.ts'
import { logFault } from './log.server.ts'

/**
 * Logs and counts rejections that no code handles. Without this, one of them ends the process and every co-op with it.
 * The request that it belongs to is answered by its own code.
 */
export function surviveRejections(): void {
  process.on('unhandledRejection', (fault) => {
    countRejection()
    logFault(fault, { unhandled: 'rejection' })
  })
}
