import { setTimeout as wait } from 'node:timers/promises'
import { type Line, openLine } from './line.server.ts'

/** A quiet connection is asked so often whether it still lives, in milliseconds. */
const PING_MS = 10_000
const MOST_DELAY_MS = 5000

type Listener = {
  readonly heard: (payload: string) => void
  /** Is called whenever listening begins, because something may have been missed before. */
  readonly began: () => void
}

/**
 * Listens to a channel of the database until it is stopped. When the connection breaks or no longer answers, it listens
 * on another. Resolves after the first attempt.
 */
export async function keepListening(
  channel: string,
  { heard, began }: Listener,
): Promise<() => Promise<void>> {
  const stopping = new AbortController()
  const { signal } = stopping
  let line: Line | undefined
  let failures = 0

  const listen = async () => {
    let ended: () => void = () => {}
    const broke = new Promise<void>((resolve) => (ended = resolve))
    const hear = (_: string, payload: string) => heard(payload)
    line = await openLine({ lost: () => ended(), heard: hear })
    line.whenBroken(() => {})
    await Promise.race([Promise.resolve(line.send(`listen "${channel}"`)), broke])
    if (line.broken()) throw line.broken()
    failures = 0
    began()
    const ping = setInterval(() => {
      if (!line?.broken()) line?.send('select 1').catch(() => {})
    }, PING_MS).unref()
    void broke.then(() => {
      clearInterval(ping)
      void again()
    })
    if (signal.aborted) await line.end()
    return () => clearInterval(ping)
  }

  let stopPing: (() => void) | undefined
  const attempt = async () => {
    try {
      stopPing = await listen()
    } catch {
      line?.giveUp(new Error('Listening failed.'))
      void again()
    }
  }
  const again = async () => {
    if (signal.aborted) return
    failures += 1
    const delay = Math.min(MOST_DELAY_MS, 100 * 2 ** failures)
    await wait(delay, undefined, { ref: false })
    if (!signal.aborted) await attempt()
  }

  await attempt()
  return async () => {
    stopping.abort()
    stopPing?.()
    await line?.end()
  }
}
