import { Logger, run } from 'graphile-worker'
import { needed, settings } from './config.ts'
import { tasks } from './tasks/tasks.ts'
import { log } from './request/log.server.ts'

/** Starts doing promised jobs in this process. Stopping lets those under way finish. */
export async function startWorker(): Promise<{ stop: () => Promise<void> }> {
  const runner = await run({
    connectionString: needed('DATABASE_QUEUE_URL'),
    concurrency: settings().WORKERS,
    pollInterval: 1000,
    noHandleSignals: true,
    // Its own chatter goes where ours goes; what a terminal shows is what somebody has to know.
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
