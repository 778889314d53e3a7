import { data } from '@remix-run/node'
import type { z } from 'zod'
import type { Conflict, FormState } from '#app/ui/form.tsx'
import type { DetailedRefusal, PlainRefusal } from '#app/kernel/outcome.ts'
import { isPlainKey, type Translate } from '#app/locales/translate.ts'
import { parseForm } from './form-body.ts'

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
