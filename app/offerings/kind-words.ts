import type { PlainKey, Translate } from '#app/locales/translate.ts'
import type { KindSentence } from './kind-sentences.ts'

type Values = Readonly<Record<string, unknown>>

/** Returns a function that says a sentence in the words of a kind. */
export function wordsOf(
  kind: string,
  t: Translate,
): (sentence: KindSentence, values?: Values) => string {
  return (sentence, values) => t(`${kind}:${sentence}` as PlainKey, values)
}
