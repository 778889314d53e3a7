import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { environment, settings } from '#app/config.ts'

export type Answer = {
  readonly status: number
  readonly location: string
  readonly seconds: number
}

/** Starts everything as `npm start` does, and waits until it is ready. Stopping it tells what it wrote. */
export async function startServer(): Promise<{ stop: () => Promise<string> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/cli/run.ts'], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: environment(),
  })
  let written = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (written += chunk.toString()))
  await untilReady(child, () => written)
  return {
    stop: async () => {
      const ended = child.exitCode === null ? once(child, 'exit') : undefined
      child.kill('SIGTERM')
      await ended
      return written
    },
  }
}

async function untilReady(child: ChildProcess, written: () => string): Promise<void> {
  const until = performance.now() + 180_000
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`The server did not start.\n${written()}`)
    const answer = await ask('localhost', '/readyz').catch(() => undefined)
    if (answer?.status === 200) return
    await wait(250)
  }
  throw new Error(`The server is not ready.\n${written()}`)
}

/** Asks the server for an address of one of its sites. @throws an Error when it does not answer. */
export function ask(host: string, path: string, form?: URLSearchParams): Promise<Answer> {
  const port = settings().PORT
  const began = performance.now()
  return new Promise((done, failed) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: form ? 'POST' : 'GET',
        timeout: 60_000,
        headers: {
          host: `${host}:${port}`,
          origin: `http://${host}:${port}`,
          ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        },
      },
      (answer) => {
        answer.resume()
        answer.once('error', failed)
        answer.once('end', () =>
          done({
            status: answer.statusCode ?? 0,
            location: answer.headers.location ?? '',
            seconds: (performance.now() - began) / 1000,
          }),
        )
      },
    )
    sent.once('timeout', () => sent.destroy(new Error('No answer within a minute.')))
    sent.once('error', failed)
    sent.end(form?.toString())
  })
}
