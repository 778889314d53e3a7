import { data } from '@remix-run/node'
import { z } from 'zod'
import { isTimeZone } from '#app/kernel/time-zones.ts'
import type { Conflict, FormState } from '#app/ui/form.tsx'
import { lengthRefusal, normaliseEmail } from '#app/domains/accounts/person.ts'
import type { DetailedRefusal, PlainRefusal } from '#app/kernel/outcome.ts'
import { type Id, readId } from '#app/kernel/ids.ts'
import { isolated } from '#app/kernel/isolated.ts'
import { isPlainKey, type Translate } from '#app/locales/translate.ts'
import { parseForm } from './form-body.ts'
import { readMoney, westernDigits } from '#app/kernel/money.ts'

export type FormResult<Value> =
  | { readonly ok: true; readonly value: Value; readonly form: FormState }
  | { readonly ok: false; readonly form: FormState }

const SECRET = /password|card/i

/** The most fields of a form, and the most letters of all its texts. Our longest has about 150 fields. */
const BOUNDS = { fields: 400, headerBytes: 2048, letters: 200 * 1024 } as const

/**
 * Returns the fields of a posted form. @throws Response 400 when the body is not a form (another type, an incomplete
 * upload), or when a field has a NUL, which the database cannot store and nobody types; 413 when it has too many fields
 * or letters.
 */
export async function readFormData(request: Request): Promise<FormData> {
  const fields = (await parseForm(request, BOUNDS).catch(unreadable)) ?? tooLarge()
  let [count, letters] = [0, 0]
  for (const field of fields) {
    count += 1
    for (const text of field) if (typeof text === 'string') letters += text.length
    if (count > BOUNDS.fields || letters > BOUNDS.letters) tooLarge()
    if (field.some(hasNul)) unreadable()
  }
  return fields
}

const hasNul = (text: unknown) => typeof text === 'string' && text.includes('\u0000')

function unreadable(): never {
  throw new Response(null, { status: 400 })
}

function tooLarge(): never {
  throw new Response(null, { status: 413 })
}

/**
 * Reads a posted form by a schema. Returns its value, or the typed values with their errors, for the page to show
 * again.
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<FormResult<z.output<Schema>>> {
  return readFields(await readFormData(request), schema)
}

export function readFields<Schema extends z.ZodType>(
  fields: FormData | URLSearchParams,
  schema: Schema,
): FormResult<z.output<Schema>> {
  const values: Record<string, string> = {}
  const raw: Record<string, unknown> = {}
  for (const [name, all] of grouped(fields)) {
    raw[name] = all.length > 1 ? all : all[0]
    const typed = all.find((value) => typeof value === 'string')
    if (typed !== undefined && !SECRET.test(name)) values[name] = typed.slice(0, 20_000)
  }
  const parsed = schema.safeParse(raw)
  if (parsed.success)
    return {
      ok: true,
      value: parsed.data,
      form: { values: withParsedValues(values, parsed.data), errors: {} },
    }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues)
    errors[String(issue.path[0] ?? 'form')] ??= messageOf(issue)
  return { ok: false, form: { values, errors } }
}

/** Returns the values of each field, in one walk: `getAll` of each name walks all fields each time. */
function grouped(fields: FormData | URLSearchParams): Map<string, (string | File)[]> {
  const all = new Map<string, (string | File)[]>()
  for (const [name, value] of fields) {
    const known = all.get(name)
    if (known) known.push(value)
    else all.set(name, [value])
  }
  return all
}

/** Returns the typed values with those that the schema parsed, because the form shows what will be saved. */
function withParsedValues(typed: Record<string, string>, parsed: unknown): Record<string, string> {
  const parsedCells = Object.entries(Object(parsed) as Record<string, unknown>)
  return Object.fromEntries([
    ...Object.entries(typed),
    ...parsedCells.filter((cell): cell is [string, string] => {
      const [name, value] = cell
      return name in typed && typeof value === 'string'
    }),
  ])
}

/** Answers a refused form with status 422 and everything that was typed. */
export function invalidForm<Form extends FormState>(form: Form) {
  return data(form, { status: 422 })
}

/** A refusal as a form shows it: followed by the detail that its sentence names, such as a limit, if it names one. */
export type SaidRefusal = PlainRefusal | `${DetailedRefusal} ${string}`

/** Answers a form that a flow refused, with the refusal beside its field. */
export function refuse(form: FormState, field: string, refusal: SaidRefusal) {
  return invalidForm({ ...form, errors: { [field]: `refusals:${refusal}` } })
}

/** Returns the version that a form was written from; 0, which is no version, when the form has none. */
export function readVersion(posted: FormData): number {
  const version = Number(posted.get('version'))
  return Number.isSafeInteger(version) ? version : 0
}

type Versions = {
  readonly version: number
  readonly now: Readonly<Record<string, string>>
  readonly typed: Readonly<Record<string, string>>
  readonly picture?: boolean
}

/**
 * Returns a form that is older than the saved data, with the fields whose saved and typed values differ; undefined when
 * none differs, because the typed values are saved already.
 */
export function conflictOf<Form extends FormState>(
  form: Form,
  { version, now, typed, picture = false }: Versions,
): (Form & { readonly conflict: Conflict }) | undefined {
  const names = [...new Set([...Object.keys(typed), ...Object.keys(now)])]
  const fields = names
    .map((name) => ({ name, now: now[name] ?? '', typed: typed[name] ?? '' }))
    .filter((field) => field.now !== field.typed)
  return fields.length > 0 || picture
    ? { ...form, conflict: { version, fields, picture } }
    : undefined
}

/** Answers a form that is older than the saved data, with status 409 and both versions. */
export const conflict = <Answer>(answer: Answer) => data(answer, { status: 409 })

/** Answers a form that was sent too often, with status 429, everything that was typed, and when to try again. */
export function tooManyRequests(form: FormState, field: string, { minutes, t }: RetryAfter) {
  return retryLater(form, { [field]: t('forms:too-often', { count: minutes }) }, minutes)
}

/** Answers a form after too many wrong passwords: none is read for some minutes, and a letter signs in meanwhile. */
export function signInLocked(form: FormState, field: string, { minutes, t }: RetryAfter) {
  return retryLater(form, { [field]: t('accounts:locked', { count: minutes }) }, minutes)
}

function retryLater(form: FormState, errors: FormState['errors'], minutes: number) {
  const headers = { 'retry-after': String(minutes * 60) }
  return data({ ...form, errors }, { status: 429, headers })
}

type RetryAfter = { readonly minutes: number; readonly t: Translate }

/**
 * Returns the key of the sentence for an issue, followed by the detail that the sentence names: a limit, or a part of
 * the text.
 */
function messageOf(issue: z.core.$ZodIssue): string {
  if (!isPlainKey(issue.message)) return 'forms:wrong'
  if (issue.code === 'too_big') return `${issue.message} ${issue.maximum}`
  const detail = issue.code === 'custom' ? issue.params?.['detail'] : undefined
  return typeof detail === 'string' ? `${issue.message} ${detail}` : issue.message
}

// Characters that reorder text, are invisible, or break a line in a single-line field. No person
// types them on purpose.
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff]/g

const clean = (text: string) => text.normalize('NFC').replaceAll(INVISIBLE, '').trim()

/** One required line of text, up to `max` characters. */
export const line = (max: number) =>
  z
    .string({ message: 'forms:required' })
    .transform((text) => clean(text).replaceAll(/\s+/g, ' '))
    .pipe(z.string().min(1, 'forms:required').max(max, 'forms:too-long'))

export const optionalLine = (max: number) =>
  z
    .string()
    .optional()
    .transform((text) => clean(text ?? '').replaceAll(/\s+/g, ' '))
    .pipe(z.string().max(max, 'forms:too-long'))

/** A text as it was sent. It is only compared or parsed, and never reaches the database. */
export const sentText = (max: number) => z.string().max(max).default('')

/** The id of something; undefined when the text is no id, so that the page answers that there is no such thing. */
export const sentId = <Kind extends Id<string>>() =>
  z.string().transform((text) => readId<Kind>(text))

/** The slug of a co-op that was chosen from a list. */
export const chosenSlug = z
  .string({ message: 'forms:choose' })
  .regex(/^[a-z0-9-]{1,40}$/, 'forms:choose')

/** The key of a checkout. */
export const checkoutKey = z.string().regex(/^[\w-]{16,64}$/)

/** The name of a time zone, or an empty text. */
export const optionalTimeZone = optionalLine(64).refine(
  (name) => name === '' || isTimeZone(name),
  'forms:not-a-time-zone',
)

/** Several lines of text, or an empty text. */
export const paragraph = (max: number) =>
  z
    .string()
    .optional()
    .transform((text) => clean((text ?? '').replaceAll('\r\n', '\n')))
    .pipe(z.string().max(max, 'forms:too-long'))

/** Several lines of text, at least one character. */
export const requiredParagraph = (max: number) =>
  paragraph(max).pipe(z.string().min(1, 'forms:required'))

export const email = z.string({ message: 'forms:required' }).transform((text, context) => {
  const address = normaliseEmail(text)
  if (!address)
    context.addIssue({
      code: 'custom',
      message: text.trim() === '' ? 'forms:required' : 'forms:not-an-email',
    })
  return address ?? z.NEVER
})

/** Shortens what a person typed for a sentence about it. */
const shorten = (text: string) => (text.length > 120 ? `${text.slice(0, 120)}…` : text)

/** Up to `max` e-mail addresses, separated by spaces, commas or semicolons. Each is returned once. */
export const addresses = (max: number) =>
  paragraph(4000).transform((text, context) => {
    const typed = text.split(/[\s,;]+/).filter(Boolean)
    const invalid = typed.filter((entry) => !normaliseEmail(entry))
    if (invalid.length > 0)
      context.addIssue({
        code: 'custom',
        message: 'forms:not-addresses',
        params: { detail: shorten(invalid.map((entry) => isolated(entry)).join(' ')) },
      })
    if (typed.length > max) context.addIssue({ code: 'custom', message: 'founding:too-many' })
    return [...new Set(typed.flatMap((entry) => normaliseEmail(entry) ?? []))]
  })

/** An issue: a number is outside its limits. The limits are plain decimal numbers. */
export const outOfRange = (min: number | string, max: number | string) => ({
  message: 'forms:out-of-range',
  params: { detail: `${min} ${max}` },
})

/** A whole number, in Western or Eastern digits. */
export const wholeNumber = (min: number, max: number) =>
  z.string({ message: 'forms:required' }).transform((text, context) => {
    const plain = westernDigits(text.trim())
    if (!/^\d{1,9}$/.test(plain))
      context.addIssue({
        code: 'custom',
        message: plain === '' ? 'forms:required' : 'forms:not-a-number',
      })
    else if (Number(plain) < min || Number(plain) > max)
      context.addIssue({ code: 'custom', ...outOfRange(min, max) })
    return Number(plain)
  })

/** A percentage with up to two decimals, as basis points. */
export const percent = z.string({ message: 'forms:required' }).transform((text, context) => {
  const match = /^(\d{1,3})(?:[.,\u066b](\d{1,2}))?\s*[%\u066a]?$/.exec(westernDigits(text.trim()))
  const bp = Number(match?.[1]) * 100 + Number((match?.[2] ?? '').padEnd(2, '0'))
  if (!match || bp > 10_000) context.addIssue({ code: 'custom', message: 'forms:not-a-percentage' })
  return bp
})

/** An amount of money in a currency, as minor units. */
export const amount = (currency: string) =>
  z.string({ message: 'forms:required' }).transform((text, context) => {
    const money = readMoney(text, currency)
    if (!money)
      context.addIssue({
        code: 'custom',
        message: text.trim() === '' ? 'forms:required' : 'forms:not-an-amount',
      })
    return money?.minor ?? z.NEVER
  })

export const oneOf = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.enum(values, { message: 'forms:choose' })

export const hexColour = z.string().transform((text, context) => {
  const colour = text.trim().toLowerCase()
  if (!/^#[0-9a-f]{6}$/.test(colour))
    context.addIssue({ code: 'custom', message: 'forms:not-a-colour' })
  return colour
})

/** An existing password, as it was typed. */
export const secret = z
  .string({ message: 'forms:required' })
  .min(1, 'forms:required')
  .max(400, 'forms:too-long')

/** A new password. The flow that knows the person refuses one that is common, or made of their names. */
export const newSecret = secret.superRefine((password, context) => {
  const refusal = password === '' ? undefined : lengthRefusal(password)
  if (refusal) context.addIssue({ code: 'custom', message: `refusals:${refusal}` })
})
