import type { mail } from '#app/locales/en/mail.ts'

/**
 * The values that letters name, and how each is promised, as plain JSON:
 * - `text` as it stands; `titles` has one on each line
 * - `number` a count, or a percentage (2.5 is 2.5%)
 * - `money` minor units as decimal digits, of the letter's `currency`
 * - `moment` an instant in ISO 8601, or nothing
 * - `day` a date in ISO 8601
 */
export const VALUES = {
  abstain: 'number',
  amount: 'money',
  by: 'text',
  closes: 'moment',
  coOp: 'text',
  code: 'text',
  date: 'day',
  electorate: 'number',
  fee: 'number',
  feeBefore: 'number',
  minutes: 'number',
  no: 'number',
  number: 'number',
  opens: 'moment',
  reason: 'text',
  stars: 'number',
  start: 'moment',
  title: 'text',
  titles: 'text',
  total: 'money',
  until: 'moment',
  version: 'number',
  who: 'text',
  workers: 'number',
  workersBefore: 'number',
  yes: 'number',
} as const

type Values = typeof VALUES

/** Whether a fact is one that is written out in its reader's language. */
export const isValue = (name: string): name is keyof Values => Object.hasOwn(VALUES, name)

type Plain = { text: string; number: number; money: string; moment: string; day: string }

type Words = typeof mail
type Part = 'subject' | 'body' | 'action'
type Said<Key extends string> = Key extends keyof Words ? Words[Key] : never

/** A letter that can be written: one whose subject, body and action are in the catalogue. */
export type Template = {
  [Key in keyof Words]: Key extends `${infer Name}.subject`
    ? `${Name}.${Part}` extends keyof Words
      ? Name
      : never
    : never
}[keyof Words]

/** What a sentence names: `{{by}} invites you` names `by`. */
type Named<Sentence extends string> = Sentence extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Named<Rest>
  : never

/** What a letter's sentences name, but what its reader and its site tell. */
type NamedIn<Name extends Template> = Exclude<Named<Said<`${Name}.${Part}`>>, 'site' | 'name'>

type InMoney<Name> = Name extends keyof Values
  ? Values[Name] extends 'money'
    ? Name
    : never
  : never

/** The facts of a letter: all that its sentences name, and nothing else, with the page of its site that its button opens. */
export type LetterData<Name extends Template> = { readonly path: string } & {
  // A sentence that names what has no unit here asks for a value that nobody has.
  readonly [Value in NamedIn<Name>]: Value extends keyof Values ? Plain[Values[Value]] : never
} & ([InMoney<NamedIn<Name>>] extends [never] ? unknown : { readonly currency: string })

/** A letter with its facts. */
export type Letter = {
  [Name in Template]: { readonly template: Name; readonly data: LetterData<Name> }
}[Template]

/** The letters that need no more than an address to lead to. */
export type PlainTemplate = {
  [Name in Template]: [NamedIn<Name>] extends [never] ? Name : never
}[Template]
