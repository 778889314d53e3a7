import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { restartDelay } from './restart-delay.ts'

type Terms = {
  readonly env: NodeJS.ProcessEnv
  readonly say: (sentence: string) => void
  /** Is called once when the program has ended so often that starting it again does not help. */
  readonly gaveUp: () => void
}

/** A program of ours that runs until it is stopped, and is started again when it ends by itself. */
export type Program = { readonly stop: () => Promise<void> }

/**
 * Starts a program of ours, and waits until it says that it is ready.
 * @throws Error if it ends before that.
 */
export async function startProgram(
  file: string,
  args: readonly string[],
  { env, say, gaveUp }: Terms,
): Promise<Program> {
  const ends: number[] = []
  const stopping = new AbortController()
  const run = () =>
    spawn(process.execPath, ['--import', 'tsx', file, ...args], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env,
      detached: true,
    })
  let child = run()
  await becomeReady(child, file)
  child.once('exit', runAgain)

  function runAgain(code: number | null): void {
    if (stopping.signal.aborted) return
    ends.push(performance.now())
    const delay = restartDelay(ends, performance.now())
    if (delay === undefined) return gaveUp()
    say(`${file} ended (${code ?? 'killed'}). It is started again.`)
    void wait(delay, undefined, { signal: stopping.signal }).then(
      () => {
        child = run()
        child.once('exit', runAgain)
      },
      () => {},
    )
  }

  return {
    stop: () => {
      stopping.abort()
      return end(child)
    },
  }
}

function becomeReady(child: ChildProcess, file: string): Promise<void> {
  return new Promise((ready, failed) => {
    child.once('message', () => ready())
    child.once('exit', (code) => failed(new Error(`${file} ended (${code ?? 'killed'}).`)))
  })
}

/** Tells a program to end, and kills it when it has not ended after a while. */
function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((ended) => {
    const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
    child.once('exit', () => {
      clearTimeout(late)
      ended()
    })
    child.kill('SIGTERM')
  })
}
