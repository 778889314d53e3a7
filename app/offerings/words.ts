import type { Locale } from '#app/kernel/locale.ts'
import { KINDS } from './kinds.ts'

type Kinds = typeof KINDS
type Areas<Language extends Locale> = {
  readonly [Kind in keyof Kinds]: Kinds[Kind][Language]['words']
}
type Both<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never
type Refusals<Language extends Locale> = Both<Kinds[keyof Kinds][Language]['refusals']>

/** Returns the kinds' areas of a language's catalogue, each by the name of its kind. */
export function areasOfKinds<Language extends Locale>(language: Language): Areas<Language> {
  const areas = Object.entries(KINDS).map(([kind, all]) => [kind, all[language].words])
  return Object.fromEntries(areas) as Areas<Language>
}

/** Returns the sentences of all kinds' own refusals in a language. */
export function refusalsOfKinds<Language extends Locale>(language: Language): Refusals<Language> {
  const all = Object.values(KINDS).map((kind) => kind[language].refusals)
  return Object.assign({}, ...all) as Refusals<Language>
}
