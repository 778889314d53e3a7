import { Logger, run } from 'graphile-worker'
import { tasks } from './tasks/tasks.ts'
import { log } from './request/log.server.ts'

/** Starts doing promised tasks in this process. Stopping waits for the tasks under way. */
export async function startWorker(): Promise<{ stop: () => Promise<void> }> {
  const connectionString = process.env['DATABASE_QUEUE_URL']
  if (!connectionString)
    throw new Error('DATABASE_QUEUE_URL is not set: start with npm start, which sets it.')
  const runner = await run({
    connectionString,
    concurrency: Number(process.env['WORKERS'] ?? 4),
    pollInterval: 1000,
    noHandleSignals: true,
    // The queue's own messages go to our log, and only its errors and warnings do.
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn({ queue: message })
    }),
    noPreparedStatements: process.env['DATABASE_PREPARE'] === 'no',
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload)]),
    ),
  })
  runner.events.on('job:error', ({ job }) =>
    log.warn({ task: job.task_identifier, attempt: job.attempts }, 'job failed'),
  )
  return { stop: () => runner.stop() }
}
