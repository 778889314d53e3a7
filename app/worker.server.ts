import { Logger, run } from 'graphile-worker'
import { needed, settings } from './config.ts'
import { tasks } from './tasks/tasks.ts'
import { log } from './request/log.server.ts'

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
    taskList: tasks,
  })
  runner.events.on('job:error', ({ job }) =>
    log.warn({ task: job.task_identifier, attempt: job.attempts }, 'job failed'),
  )
  return { stop: () => runner.stop() }
}
