import {
  type DoorId,
  type Id,
  type ImportId,
  type ItemId,
  type MailId,
  type OrderId,
  type ProposalId,
  readId,
  type RefundId,
  type TenantId,
} from '#app/kernel/ids.ts'

/** The letters about an account that somebody asks for by typing an address. */
const ACCOUNT_LETTERS = ['sign-up', 'confirm', 'reset'] as const
export type AccountLetter = (typeof ACCOUNT_LETTERS)[number]

/** Reads one field of a payload. Returns undefined when the field is not what the task needs. */
type Field<Value> = (value: unknown) => Value | undefined

const id =
  <Kind extends Id<string>>(): Field<Kind> =>
  (value) =>
    readId<Kind>(value)
const uuid: Field<string> = (value) => readId(value)
const text: Field<string> = (value) =>
  typeof value === 'string' && value !== '' ? value : undefined
const position: Field<number> = (value) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined

const tenant = id<TenantId>()
const site: Field<TenantId | null> = (value) => (value === null ? null : readId<TenantId>(value))
const accountLetter: Field<AccountLetter> = (value) =>
  ACCOUNT_LETTERS.find((letter) => letter === value)
const decision = { tenant, proposal: id<ProposalId>() }

/** Every task of the queue by name, with the fields of its payload. The compiler requires a handler for each. */
const PAYLOADS = {
  'send-mail': { mail: id<MailId>() },
  'write-account-letter': { letter: accountLetter, email: text, site, next: text },
  'handle-processor-event': { event: text },
  'release-holds': { tenant },
  'finish-item': { tenant, order: id<OrderId>(), item: id<ItemId>() },
  'send-refund': { tenant, refund: id<RefundId>() },
  'refresh-figures': { tenant },
  'open-voting': decision,
  'close-voting': decision,
  'take-effect': decision,
  'expire-decision': decision,
  'remind-of-sunset': decision,
  'close-door': { door: id<DoorId>() },
  'found-row': { import: id<ImportId>(), position },
  'build-draft': { draft: uuid },
  sweep: {},
} as const satisfies Readonly<Record<string, Readonly<Record<string, Field<unknown>>>>>

type Payloads = typeof PAYLOADS

export type TaskName = keyof Payloads

/** The payload of a task. */
export type Payload<Name extends TaskName> = {
  readonly [Key in keyof Payloads[Name]]: Payloads[Name][Key] extends Field<infer Value>
    ? Value
    : never
}

/** Work that is done outside the transaction: a task and its payload. */
export type Task = {
  [Name in TaskName]: { readonly task: Name; readonly payload: Payload<Name> }
}[TaskName]

/** One handler for each task. Each must be safe to run twice. */
export type Handlers = {
  readonly [Name in TaskName]: (payload: Payload<Name>) => Promise<void>
}

export const isTask = (name: string): name is TaskName => Object.hasOwn(PAYLOADS, name)

/**
 * Parses a payload from the queue. @throws RangeError if it is not what the task needs, because such a task can never
 * be done.
 */
export function readPayload<Name extends TaskName>(task: Name, payload: unknown): Payload<Name> {
  const fields: Readonly<Record<string, Field<unknown>>> = PAYLOADS[task]
  const given = new Map(Object.entries(Object(payload)))
  const read = Object.entries(fields).map(([name, field]) => {
    const value = field(given.get(name))
    if (value === undefined) throw new RangeError(`A job of ${task} without its ${name}.`)
    return [name, value]
  })
  return Object.fromEntries(read)
}
