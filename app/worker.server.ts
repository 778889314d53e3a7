import { setTimeout as wait } from 'node:timers/promises'
import { log } from './request/log.server.ts'
import { redactedError } from './request/redact.ts'
import { countReplacement } from './request/metrics.server.ts'
import { tasks } from './tasks/tasks.ts'
import { type Life, startLife } from './worker-life.server.ts'

/** Workers that lived for so long count as sound when they end, in milliseconds. */
const SOUND_MS = 60_000
const MOST_DELAY_MS = 10_000

/**
 * Starts workers for promised tasks in this process, and replaces them when they end, hang or lose the database, after
 * a pause that grows while that does not help. Stopping waits a while for the running tasks.
 */
export function startWorker(list = tasks): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const stopped = new Promise<string>((resolve) =>
    signal.addEventListener('abort', () => resolve('stopped')),
  )
  const liveOnce = async (): Promise<string> => {
    let life: Life
    try {
      life = await startLife(withRedactedFaults(list))
    } catch (fault) {
      return `the workers did not start: ${String(fault)}`
    }
    const reason = await Promise.race([stopped, life.over])
    await (signal.aborted ? life.stop() : life.kill())
    return reason
  }
  const live = async () => {
    for (let failures = 1; !signal.aborted; failures += 1) {
      const born = performance.now()
      const reason = await liveOnce()
      if (signal.aborted) return
      if (performance.now() - born > SOUND_MS) failures = 1
      log.warn({ workers: reason }, 'workers are replaced')
      countReplacement()
      const delay = Math.min(MOST_DELAY_MS, 250 * 2 ** failures)
      await wait(delay, undefined, { signal }).catch(() => {})
    }
  }
  const living = live()
  return {
    stop: () => {
      stopping.abort()
      return living
    },
  }
}

type Work = (payload: unknown) => Promise<void>

/** Returns tasks whose faults the queue may keep and log: what they throw has nothing in it that a person typed. */
function withRedactedFaults(works: Readonly<Record<string, Work>>): Record<string, Work> {
  return Object.fromEntries(
    Object.entries(works).map(([name, work]) => [
      name,
      async (payload: unknown) => {
        await work(payload).catch((fault: unknown) => {
          throw redactedError(fault)
        })
      },
    ]),
  )
}
