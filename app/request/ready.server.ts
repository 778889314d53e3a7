import { type QueueState, queueState } from '#app/queue/queue-state.server.ts'
import { inFederation } from '#tenants/scope.server.ts'

/** The longest time in which the database must answer, in milliseconds. */
const ANSWER_MS = 2000
/** A job that should be done by now waits at most so many seconds. */
const MOST_SECONDS = 60

/** What is wrong in one word, or `ready`. */
export type Readiness = 'ready' | 'database' | 'queue'

/** The state of the queue; undefined when the database did not answer in time. */
export type Measured = QueueState | undefined

/** Asks the database for the state of the queue, and gives up when it does not answer in time. */
export async function measure(
  ask: () => Promise<QueueState> = () => inFederation(queueState, { readOnly: true }),
): Promise<Measured> {
  let late: NodeJS.Timeout | undefined
  const silence = new Promise<undefined>((answer) => {
    late = setTimeout(() => answer(undefined), ANSWER_MS)
  })
  try {
    return await Promise.race([ask().catch(() => undefined), silence])
  } finally {
    clearTimeout(late)
  }
}

/** Says whether this server can do its work: the database answers, and no job has waited for too long. */
export function readiness(measured: Measured): Readiness {
  if (!measured) return 'database'
  return measured.oldestSeconds > MOST_SECONDS ? 'queue' : 'ready'
}
