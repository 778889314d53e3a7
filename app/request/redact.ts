import { loggable } from '#app/site-map/look-up.ts'

/** An id of ours. It names a row and opens nothing, so it may be logged. */
const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const IDS = /([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})/gi
/** A frame of a stack: where something happened, and nothing that a person typed. */
const FRAME = /^\s+at (?:.*\()?(?:async )?(?:file:|node:|\/|<anonymous>)[^()\s]*\)?$/
const ADDRESS = /https?:\/\/[^\s"'<>`]+/g
const PATH = /(?<![\w.~%/-])\/[\w~%.@:-]+(?:\/[\w~%.@:-]*)*(?:\?[^\s"'`)]*)?/g
const EMAIL = /[^\s@<>"'`(),;:=]+@[^\s@<>"'`(),;:=]+/g
const NUMBER = /\+?\d[\d ().-]{6,}\d/g
const WORD = /[\w-]{16,}/g
/** What stands in quotation marks in the message of a fault: a value, unless it is the name of a property. */
const QUOTED = /(reading |setting )?(?:"[^"]*"|'[^']*')/g
/** A failed query as the library writes it: its text, which is ours, and its parameters, which are not. */
const FAILED_QUERY = /^(.*?)Failed query: (.*?)\s*params: ?.*$/s

/** Returns whether a word is a token rather than a word of a language or of code. */
const isToken = (word: string): boolean =>
  !ID.test(word) &&
  /[A-Za-z]/.test(word) &&
  (/\d/.test(word) || /[a-z][A-Z]{2}|[A-Z]{2}[a-z]/.test(word))

/** Returns a path as it may be logged. What follows the path, a query among it, is left out. */
const loggablePath = (path: string): string => loggable(path.replace(/[?#].*$/s, ''))

function loggableAddress(text: string): string {
  if (!URL.canParse(text)) return '[address]'
  const { origin, pathname } = new URL(text)
  return pathname === '/' ? origin : origin + loggablePath(pathname)
}

/**
 * Returns a text as it may be logged: without what a person typed or has, as far as its shape tells. Of a failed query
 * the text is kept, which has placeholders, and all that follows is left out.
 */
export function redactText(text: string): string {
  const [, before, query] = FAILED_QUERY.exec(text) ?? []
  if (before !== undefined && query !== undefined)
    return `${redactText(before)}Failed query: ${query.replaceAll(/'[^']*'/g, "'…'")}`
  return text
    .replace(/\bparams:.*$/s, 'params: …')
    .replaceAll(ADDRESS, loggableAddress)
    .replaceAll(PATH, loggablePath)
    .replaceAll(QUOTED, (quoted, property?: string) => (property ? quoted : '"…"'))
    .split(IDS)
    .map((part) => (ID.test(part) ? part : redactPart(part)))
    .join('')
}

const redactPart = (text: string): string =>
  text
    .replaceAll(EMAIL, '[e-mail]')
    .replaceAll(WORD, (word) => (isToken(word) ? '[token]' : word))
    .replaceAll(NUMBER, '[number]')

/** What the log says of a fault: its kind, where it happened, and what the database names of its own. */
export type LoggedFault = {
  readonly name: string
  readonly message: string
  readonly frames: string
  readonly [detail: string]: unknown
}

/** The names that a fault of the database gives of the schema, and its kind. Its `detail` and `where` have rows in them. */
const SCHEMA_NAMES = [
  'code',
  'severity',
  'schema_name',
  'table_name',
  'column_name',
  'constraint_name',
  'routine',
]

/** How many causes of a fault are logged. */
const DEPTH = 4

/** Returns a fault as it may be logged. Nothing but a list of what is known to be ours is taken from it. */
export function redactFault(fault: unknown, depth = DEPTH): LoggedFault | string {
  if (!(fault instanceof Error)) return redactText(String(fault))
  const { message, stack = '' } = fault
  // The stack begins with the message, whose lines may look like frames.
  const frames = stack.slice(Math.max(0, stack.indexOf(message)) + message.length).split('\n')
  const names = SCHEMA_NAMES.flatMap((name) => {
    const value = (fault as unknown as Readonly<Record<string, unknown>>)[name]
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  return {
    name: fault.name,
    message: redactText(message),
    frames: frames.filter((line) => FRAME.test(line)).join('\n'),
    ...Object.fromEntries(names),
    ...(fault.cause !== undefined && depth > 1
      ? { cause: redactFault(fault.cause, depth - 1) }
      : {}),
  }
}

/** Returns whatever is logged, as it may be: faults, texts, and what is in lists and objects. */
export function redact(value: unknown): unknown {
  if (value instanceof Error) return redactFault(value)
  if (typeof value === 'string') return redactText(value)
  if (Array.isArray(value)) return value.map(redact)
  if (typeof value !== 'object' || value === null) return value
  const cells = Object.entries(value)
  return Object.fromEntries(
    cells.map(([name, cell]) => [
      name,
      name === 'path' ? loggablePath(String(cell)) : redact(cell),
    ]),
  )
}

/**
 * Returns a fault that may leave this process: its message and its stack are redacted, and nothing else of it is taken
 * along. The queue keeps what a task threw.
 */
export function redactedError(fault: unknown): Error {
  const redacted = redactFault(fault)
  const { name, message, frames } =
    typeof redacted === 'string' ? { name: 'Error', message: redacted, frames: '' } : redacted
  const error = new Error(message)
  error.name = name
  error.stack = `${name}: ${message}\n${frames}`
  return error
}
