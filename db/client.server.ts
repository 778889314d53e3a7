import { settings } from '#app/config.ts'
import { DatabaseUnavailable } from '#app/kernel/unavailable.ts'
import { type Line, type LineTerms, openLine } from './line.server.ts'

/** The longest time that a transaction waits for a connection while none becomes free for anybody, in milliseconds. */
const STUCK_MS = 5000
/** A connection that is older than this is replaced after its transaction, as the server's memory of it grows. */
const LIFETIME_MS = 30 * 60_000

type Waiter = {
  readonly serve: (line: Line) => void
  readonly refuse: (fault: unknown) => void
  late: NodeJS.Timeout | undefined
}

type Pool = {
  readonly take: () => Promise<Line>
  readonly giveBack: (line: Line) => void
  readonly end: () => Promise<void>
}

const holder = globalThis as { twizaPool?: Pool }

/** The one pool of this process. It survives hot reloads, so that editing a file does not leak connections. */
function pool(): Pool {
  holder.twizaPool ??= createPool()
  return holder.twizaPool
}

/** Takes a connection for one transaction. @throws a fault that is `isUnavailable` after a few seconds without one. */
export const takeLine = (): Promise<Line> => pool().take()

/** Gives back a connection whose transaction is over. A broken one has left the pool by itself. */
export const giveBackLine = (line: Line): void => pool().giveBack(line)

/** Makes a new pool that tells each query that it sends, for measuring. */
export function recordQueries(debug: NonNullable<LineTerms['debug']>): void {
  holder.twizaPool = createPool(debug)
}

function createPool(debug?: LineTerms['debug']): Pool {
  const lines = new Set<Line>()
  const idle: Line[] = []
  const waiting = createWaiting()
  let opening = 0
  let over = false

  /** Opens a line for the first waiter that has none, if the pool may grow. */
  function grow(): void {
    if (waiting.count() <= opening || lines.size + opening >= settings().DATABASE_POOL) return
    opening += 1
    let mine: Line | undefined
    const lost = () => {
      if (!mine) return
      lines.delete(mine)
      const at = idle.indexOf(mine)
      if (at >= 0) idle.splice(at, 1)
      grow()
    }
    openLine({ lost, ...(debug ? { debug } : {}) }).then(
      (line) => {
        mine = line
        opening -= 1
        lines.add(line)
        giveBack(line)
        grow()
      },
      (fault: unknown) => {
        opening -= 1
        waiting.refuse(fault)
        grow()
      },
    )
  }

  function giveBack(line: Line): void {
    line.whenBroken(undefined)
    if (line.broken()) return
    if (over || performance.now() - line.openedAt > LIFETIME_MS) {
      lines.delete(line)
      void line.end()
      return grow()
    }
    if (!waiting.serve(line)) idle.push(line)
  }

  return {
    giveBack,
    take: () => {
      const line = idle.pop()
      if (line) return Promise.resolve(line)
      const served = waiting.wait()
      grow()
      return served
    },
    end: async () => {
      over = true
      await Promise.all([...lines].map((line) => line.end()))
      lines.clear()
    },
  }
}

/** Those who wait for a connection, each in turn and for a few seconds. */
function createWaiting() {
  const waiting: Waiter[] = []
  let served = 0
  const refuseLate = (waiter: Waiter, since: number) => {
    const now = performance.now()
    const patience = Math.min(
      STUCK_MS - (now - Math.max(served, since)),
      settings().DATABASE_WAIT * 1000 - (now - since),
    )
    if (patience > 0) {
      waiter.late = setTimeout(() => refuseLate(waiter, since), patience)
      return
    }
    waiting.splice(waiting.indexOf(waiter), 1)
    waiter.refuse(new DatabaseUnavailable('No connection to the database became free in time.'))
  }
  return {
    count: () => waiting.length,
    wait: () =>
      new Promise<Line>((serve, refuse) => {
        const waiter: Waiter = { serve, refuse, late: undefined }
        waiting.push(waiter)
        refuseLate(waiter, performance.now())
      }),
    /** Gives a connection to the first, and returns whether anybody waited. */
    serve: (line: Line): boolean => {
      served = performance.now()
      const waiter = waiting.shift()
      clearTimeout(waiter?.late)
      waiter?.serve(line)
      return waiter !== undefined
    },
    refuse: (fault: unknown): void => {
      const waiter = waiting.shift()
      clearTimeout(waiter?.late)
      waiter?.refuse(fault)
    },
  }
}

const ending = new Set<Promise<void>>()

/** Registers work that ends by itself. Nobody waits for it except the pool, before it closes. */
export function beforeClosing(ended: Promise<void>): void {
  const quiet = ended.catch(() => {})
  ending.add(quiet)
  void quiet.then(() => ending.delete(quiet))
}

export async function closePool(): Promise<void> {
  await Promise.all(ending)
  await holder.twizaPool?.end()
  delete holder.twizaPool
}
