import { data } from '@remix-run/node'
import { z } from 'zod'
import { isTimeZone } from '#app/kernel/time-zones.ts'
import type { Conflict, FormState } from '#app/ui/form.tsx'
import { normaliseEmail, passwordRefusal } from '#app/domains/accounts/person.ts'
import type { DetailedRefusal, PlainRefusal } from '#app/kernel/outcome.ts'
import { isolated } from '#app/kernel/isolated.ts'
import { isPlainKey, type Translate } from '#app/locales/translate.ts'
import { readMoney, westernDigits } from '#app/kernel/money.ts'

export type Read<Value> =
  | { readonly ok: true; readonly value: Value; readonly form: FormState }
  | { readonly ok: false; readonly form: FormState }

const SECRET = /password|card/i

/** The fields of a posted form. What is no form at all (another type, a torn upload) is refused before it is looked at. */
export async function postedIn(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw new Response(null, { status: 400 })
  }
}

/** Reads a posted form by a schema: its value, or what was typed with what is wrong, to be shown again as it was. */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Read<z.output<Schema>>> {
  return readFields(await postedIn(request), schema)
}

export function readFields<Schema extends z.ZodType>(
  fields: FormData | URLSearchParams,
  schema: Schema,
): Read<z.output<Schema>> {
  const values: Record<string, string> = {}
  const raw: Record<string, unknown> = {}
  for (const name of new Set(fields.keys())) {
    const all = fields.getAll(name)
    raw[name] = all.length > 1 ? all : all[0]
    const typed = all.find((value) => typeof value === 'string')
    if (typed !== undefined && !SECRET.test(name)) values[name] = typed.slice(0, 20_000)
  }
  const parsed = schema.safeParse(raw)
  if (parsed.success)
    return {
      ok: true,
      value: parsed.data,
      form: { values: asRead(values, parsed.data), errors: {} },
    }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? 'form')] ??= keyOf(issue)
  return { ok: false, form: { values, errors } }
}

/** What was typed, as it was understood: what is shown again is what will be kept. */
function asRead(typed: Record<string, string>, read: unknown): Record<string, string> {
  const understood = Object.entries(Object(read) as Record<string, unknown>)
  return Object.fromEntries([
    ...Object.entries(typed),
    ...understood.filter((cell): cell is [string, string] => {
      const [name, value] = cell
      return name in typed && typeof value === 'string'
    }),
  ])
}

/** Answers a refused form: the same page, with everything that was typed. */
export function again<Form extends FormState>(form: Form) {
  return data(form, { status: 422 })
}

/** A refusal as a form says it: behind it, where its sentence names one, what it is about (a limit, for instance). */
export type SaidRefusal = PlainRefusal | `${DetailedRefusal} ${string}`

/** Adds what the flow refused, beside the field it is about. */
export function refuse(form: FormState, field: string, refusal: SaidRefusal) {
  return again({ ...form, errors: { [field]: `refusals:${refusal}` } })
}

/** The version that a form was written from; none of ours where it says nothing of it. */
export function versionIn(posted: FormData): number {
  const version = Number(posted.get('version'))
  return Number.isSafeInteger(version) ? version : 0
}

type Both = {
  readonly version: number
  readonly now: Readonly<Record<string, string>>
  readonly typed: Readonly<Record<string, string>>
  readonly picture?: boolean
}

/**
 * A form that is older than what it would overwrite, with what stands now beside what was typed, field by field, only
 * those that differ; nothing where none does, because what was typed is saved already.
 */
export function inConflict<Form extends FormState>(
  form: Form,
  { version, now, typed, picture = false }: Both,
): (Form & { readonly conflict: Conflict }) | undefined {
  const names = [...new Set([...Object.keys(typed), ...Object.keys(now)])]
  const fields = names
    .map((name) => ({ name, now: now[name] ?? '', typed: typed[name] ?? '' }))
    .filter((field) => field.now !== field.typed)
  return fields.length > 0 || picture
    ? { ...form, conflict: { version, fields, picture } }
    : undefined
}

/** Answers a form that is older than what it would overwrite: the same page, with both. */
export const conflict = <Answer>(answer: Answer) => data(answer, { status: 409 })

/** Answers a form that was sent too often: the same page, with everything that was typed and when to send it again. */
export function later(form: FormState, field: string, { minutes, t }: Later) {
  const errors = { [field]: t('forms:too-often', { count: minutes }) }
  return data({ ...form, errors }, { status: 429 })
}

type Later = { readonly minutes: number; readonly t: Translate }

/** The sentence for what is wrong; behind it what it speaks of: a limit, or what of the text is meant. */
function keyOf(issue: z.core.$ZodIssue): string {
  if (!isPlainKey(issue.message)) return 'forms:wrong'
  if (issue.code === 'too_big') return `${issue.message} ${issue.maximum}`
  const detail = issue.code === 'custom' ? issue.params?.['detail'] : undefined
  return typeof detail === 'string' ? `${issue.message} ${detail}` : issue.message
}

// Characters that turn text around, hide in it or break a line where there is one; a person who types means none of them.
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff]/g

const clean = (text: string) => text.normalize('NFC').replaceAll(INVISIBLE, '').trim()

/** One line of text, up to so many characters. */
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

/** The name of a time zone, or nothing. */
export const optionalTimeZone = optionalLine(64).refine(
  (name) => name === '' || isTimeZone(name),
  'forms:not-a-time-zone',
)

/** Several lines of text, which may be none. */
export const paragraph = (max: number) =>
  z
    .string()
    .optional()
    .transform((text) => clean((text ?? '').replaceAll('\r\n', '\n')))
    .pipe(z.string().max(max, 'forms:too-long'))

export const email = z.string({ message: 'forms:required' }).transform((text, context) => {
  const address = normaliseEmail(text)
  if (!address)
    context.addIssue({
      code: 'custom',
      message: text.trim() === '' ? 'forms:required' : 'forms:not-an-email',
    })
  return address ?? z.NEVER
})

/** What somebody typed, inside a sentence about it: enough to find it by. */
const shortened = (text: string) => (text.length > 120 ? `${text.slice(0, 120)}…` : text)

/** Up to so many e-mail addresses, one a line or with commas between; each is kept once. */
export const addresses = (most: number) =>
  paragraph(4000).transform((text, context) => {
    const typed = text.split(/[\s,;]+/).filter(Boolean)
    const none = typed.filter((one) => !normaliseEmail(one))
    if (none.length > 0)
      context.addIssue({
        code: 'custom',
        message: 'forms:not-addresses',
        params: { detail: shortened(none.map((one) => isolated(one)).join(' ')) },
      })
    if (typed.length > most) context.addIssue({ code: 'custom', message: 'founding:too-many' })
    return [...new Set(typed.flatMap((one) => normaliseEmail(one) ?? []))]
  })

/** That a number is outside what it may be; the limits are named as plain decimal numbers. */
export const outOfRange = (least: number | string, most: number | string) => ({
  message: 'forms:out-of-range',
  params: { detail: `${least} ${most}` },
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

/** A percentage up to two decimals, as basis points. */
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

/** A password that is known already, as it was typed. */
export const secret = z
  .string({ message: 'forms:required' })
  .min(1, 'forms:required')
  .max(400, 'forms:too-long')

/** A password that is chosen now. That it is not the address beside it is for the flow that takes both. */
export const newSecret = secret.superRefine((password, context) => {
  const refusal = password === '' ? undefined : passwordRefusal(password, '')
  if (refusal) context.addIssue({ code: 'custom', message: `refusals:${refusal}` })
})
