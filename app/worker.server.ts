import { Logger, run } from 'graphile-worker'
import { needed, settings } from './config.ts'
import { tasks } from './tasks/tasks.ts'
import { log } from './request/log.server.ts'
import { redactedError } from './request/redact.ts'

/** Starts a worker for promised tasks in this process. Stopping it waits for the running tasks. */
export async function startWorker(): Promise<{ stop: () => Promise<void> }> {
  const runner = await run({
    connectionString: needed('DATABASE_QUEUE_URL'),
    concurrency: settings().WORKERS,
    pollInterval: 1000,
    noHandleSignals: true,
    // Only errors and warnings of the queue are written to our log.
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn({ queue: message })
    }),
    noPreparedStatements: !settings().DATABASE_PREPARE,
    taskList: withRedactedFaults(tasks),
  })
  runner.events.on('job:error', ({ job, error }) =>
    log.warn({ task: job.task_identifier, attempt: job.attempts, fault: error }, 'job failed'),
  )
  return { stop: () => runner.stop() }
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
