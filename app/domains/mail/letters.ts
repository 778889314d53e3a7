import type { mail } from '#app/locales/en/mail.ts'

/**
 * The values that letters name, with the unit of each. All are plain JSON:
 * - `text` unchanged; `titles` has one title on each line
 * - `number` a count, or a percentage (2.5 is 2.5%)
 * - `money` minor units as decimal digits, of the letter's `currency`
 * - `moment` an instant in ISO 8601, or an empty value
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

/** Returns whether a value of this name is formatted in the reader's language. */
export const isValue = (name: string): name is keyof Values => Object.hasOwn(VALUES, name)

type JsonTypes = { text: string; number: number; money: string; moment: string; day: string }

type Catalogue = typeof mail
type Section = 'subject' | 'body' | 'action'
type Sentence<Key extends string> = Key extends keyof Catalogue ? Catalogue[Key] : never

/** The name of a letter whose subject, body and action are in the catalogue. */
export type Template = {
  [Key in keyof Catalogue]: Key extends `${infer Name}.subject`
    ? `${Name}.${Section}` extends keyof Catalogue
      ? Name
      : never
    : never
}[keyof Catalogue]

/** The placeholders of a sentence: `{{by}} invites you` has `by`. */
type Placeholders<Sentence extends string> =
  Sentence extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Placeholders<Rest> : never

/** The placeholders of a letter's sentences, without those that its reader and its site give. */
type LetterPlaceholders<Name extends Template> = Exclude<
  Placeholders<Sentence<`${Name}.${Section}`>>,
  'site' | 'name'
>

type MoneyValue<Name> = Name extends keyof Values
  ? Values[Name] extends 'money'
    ? Name
    : never
  : never

/** The data of a letter: exactly the values that its sentences name, and the page of its site that its button opens. */
export type LetterData<Name extends Template> = { readonly path: string } & {
  // A placeholder without a unit has the type `never`, so that no value fits it.
  readonly [Value in LetterPlaceholders<Name>]: Value extends keyof Values
    ? JsonTypes[Values[Value]]
    : never
} & ([MoneyValue<LetterPlaceholders<Name>>] extends [never]
    ? unknown
    : { readonly currency: string })

/** A letter with its data. */
export type Letter = {
  [Name in Template]: { readonly template: Name; readonly data: LetterData<Name> }
}[Template]

/** The letters that need no data but the path of a page. */
export type PlainTemplate = {
  [Name in Template]: [LetterPlaceholders<Name>] extends [never] ? Name : never
}[Template]
