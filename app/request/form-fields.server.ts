import { z } from 'zod'
import { lengthRefusal, normaliseEmail } from '#app/domains/accounts/person.ts'
import { type Id, readId } from '#app/kernel/ids.ts'
import { isolated } from '#app/kernel/isolated.ts'
import { readMoney, westernDigits } from '#app/kernel/money.ts'
import { isTimeZone } from '#app/kernel/time-zones.ts'

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
