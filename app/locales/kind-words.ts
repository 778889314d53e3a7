import type { PluralKey } from './catalogues.ts'
import { hasSentence, type PlainKey, type Translate } from './translate.ts'

/**
 * Returns a translator that says a sentence in the words of a kind where the kind has its own, and in those of every kind
 * otherwise. A kind's own sentence for `orders:head.paid` is `orders.head.paid` in its area. Without a kind, as for an
 * order with items of several, every sentence is everybody's.
 */
export function wordsOf(kind: string | null, t: Translate): Translate {
  return (key: PlainKey | PluralKey, values?: Readonly<Record<string, unknown>>) => {
    const own = `${kind}:${key.replace(':', '.')}`
    return t(hasSentence(own, values) ? own : (key as PlainKey), values)
  }
}

/** Returns the kind of items if all are of one, or null. */
export function commonKind(items: readonly { readonly kind: string }[]): string | null {
  const kinds = new Set(items.map(({ kind }) => kind))
  const [only] = kinds
  return kinds.size === 1 && only !== undefined ? only : null
}
