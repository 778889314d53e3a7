import postgres, { type ReservedSql } from 'postgres'
import { needed, settings } from '#app/config.ts'
import { DatabaseUnavailable } from '#app/kernel/unavailable.ts'

/** The longest time in which a connection is made, in milliseconds. */
const CONNECT_MS = 4000
/** After this silence of a connection, the server is asked on a new one whether it still answers. */
const SILENT_MS = 3000
const PROBE_SECONDS = 2
/** The longest time that a statement may take, and how much longer its answer is waited for. */
const STATEMENT_MS = 20_000
const LATE_MS = 5000

type Unsafe = ReservedSql['unsafe']

/**
 * One connection to the database. The driver never connects it again: a broken line is thrown away with the driver's
 * client, because a client of which a connection broke at a bad moment may never answer again.
 */
export type Line = {
  readonly options: ReservedSql['options']
  readonly openedAt: number
  readonly send: Unsafe
  /** Why the line is broken, if it is. */
  readonly broken: () => Error | undefined
  /** Calls the holder of the line, one at a time, when it breaks. */
  readonly whenBroken: (listener: ((fault: Error) => void) | undefined) => void
  /** Lets statements take longer until the next call: they are ended by the server after so many milliseconds. */
  readonly expect: (milliseconds?: number) => void
  readonly giveUp: (fault: Error) => void
  /** Ends it when its statements are answered. */
  readonly end: () => Promise<void>
}

type Watched = { readonly silentFor: () => number; readonly limit: () => number } & Pick<
  Line,
  'giveUp'
>

export type LineTerms = {
  /** Is called once when the line is broken, before its holder is told. */
  readonly lost: () => void
  readonly heard?: (channel: string, payload: string) => void
  readonly debug?: (connection: number, query: string, values: unknown[]) => void
}

/** What the driver keeps of a client: how it reads and writes each type, arrays among them. */
type Types = {
  readonly parsers: object
  readonly serializers: object
  readonly shared: { readonly typeArrayMap: object }
}

/** The types as the first client of this process fetched them. The others copy them, which saves a slow query each. */
let fetched: Types | undefined

const watched = new Set<Watched>()
let watching: NodeJS.Timeout | undefined
let probing = false

/** Opens a line. @throws a fault that is `isUnavailable` when the server does not take it in time. */
export async function openLine({ lost, heard, debug }: LineTerms): Promise<Line> {
  let broken: Error | undefined
  let listener: ((fault: Error) => void) | undefined
  let [unanswered, since, limit] = [0, 0, STATEMENT_MS + LATE_MS]
  const giveUp = (fault: Error) => {
    if (broken) return
    broken = fault
    forget(watch)
    lost()
    listener?.(fault)
    void client.end({ timeout: 0 }).catch(() => {})
  }
  const client = postgres(needed('DATABASE_WEB_URL'), {
    ...optionsOfLine(),
    fetch_types: fetched === undefined,
    ...(debug ? { debug } : {}),
    ...(heard ? ({ onnotify: heard } as object) : {}),
    onclose: () => giveUp(new DatabaseUnavailable('A connection to the database broke.')),
  })
  if (fetched) copyTypes(fetched, client.options as unknown as Types)
  const watch: Watched = {
    silentFor: () => (unanswered > 0 ? performance.now() - since : 0),
    limit: () => limit,
    giveUp,
  }
  const reserved = await reserve(client).catch((fault: Error) => {
    giveUp(fault)
    throw fault
  })
  fetched ??= client.options as unknown as Types
  remember(watch)
  const answered = () => {
    unanswered -= 1
    since = performance.now()
  }
  return {
    options: client.options as ReservedSql['options'],
    openedAt: performance.now(),
    send: (...sent: Parameters<Unsafe>) => {
      if (broken) throw broken
      if (unanswered === 0) since = performance.now()
      unanswered += 1
      const running = reserved.unsafe(...sent)
      running.then(answered, answered)
      return running as never
    },
    broken: () => broken,
    whenBroken: (heardBy) => (listener = heardBy),
    expect: (milliseconds = STATEMENT_MS) => (limit = milliseconds + LATE_MS),
    giveUp,
    end: async () => {
      if (broken) return
      broken = new DatabaseUnavailable('The connection was ended.')
      forget(watch)
      reserved.release()
      await client.end({ timeout: 5 }).catch(() => {})
    },
  }
}

function copyTypes(from: Types, to: Types): void {
  Object.assign(to.parsers, from.parsers)
  Object.assign(to.serializers, from.serializers)
  Object.assign(to.shared.typeArrayMap, from.shared.typeArrayMap)
}

function optionsOfLine() {
  return {
    max: 1,
    prepare: settings().DATABASE_PREPARE,
    connect_timeout: CONNECT_MS / 1000,
    max_lifetime: null,
    keep_alive: 15,
    onnotice: () => {},
    connection: {
      application_name: 'twiza',
      idle_in_transaction_session_timeout: 30_000,
      lock_timeout: 10_000,
      statement_timeout: STATEMENT_MS,
    },
  } satisfies postgres.Options<Record<string, never>>
}

/** Connects, and takes the client's connection. The driver forgets who asked for one that it must make first. */
async function reserve(client: postgres.Sql): Promise<ReservedSql> {
  let late: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    const fault = new DatabaseUnavailable('The database did not take a connection in time.')
    late = setTimeout(() => reject(fault), CONNECT_MS)
  })
  try {
    await Promise.race([client.unsafe('select 1'), timeout])
    return await client.reserve()
  } finally {
    clearTimeout(late)
  }
}

function remember(line: Watched): void {
  watched.add(line)
  watching ??= setInterval(look, 500).unref()
}

function forget(line: Watched): void {
  watched.delete(line)
  if (watched.size > 0) return
  clearInterval(watching)
  watching = undefined
}

/**
 * Gives up lines that do not answer. A statement may take long; so a silent line is given up at its limit, or as soon as
 * the server does not answer anybody else either.
 */
function look(): void {
  const silent = [...watched].filter((line) => line.silentFor() > SILENT_MS)
  for (const line of silent)
    if (line.silentFor() > line.limit())
      line.giveUp(new DatabaseUnavailable('A connection to the database does not answer.'))
  if (silent.length === 0 || probing) return
  probing = true
  void probe().then((answers) => {
    probing = false
    if (answers) return
    for (const line of watched)
      if (line.silentFor() > SILENT_MS)
        line.giveUp(new DatabaseUnavailable('The database does not answer.'))
  })
}

/** Returns whether the server answers on a new connection. */
async function probe(): Promise<boolean> {
  const client = postgres(needed('DATABASE_WEB_URL'), {
    ...optionsOfLine(),
    connect_timeout: PROBE_SECONDS,
    fetch_types: false,
  })
  let late: NodeJS.Timeout | undefined
  const timeout = new Promise<false>((answer) => {
    late = setTimeout(() => answer(false), PROBE_SECONDS * 1000)
  })
  const asked = client.unsafe('select 1').then(
    () => true,
    () => false,
  )
  const answers = await Promise.race([asked, timeout])
  clearTimeout(late)
  void client.end({ timeout: 0 }).catch(() => {})
  return answers
}
