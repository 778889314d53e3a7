import { getDocumentProxy } from 'unpdf'

type Word = { readonly text: string; readonly x: number; readonly y: number }

/**
 * Returns the lines of a printed page from top to bottom, each from left to right, in the order in which they are
 * seen.
 */
export async function printedLines(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const { items } = await (await document.getPage(1)).getTextContent()
  const rows = new Map<number, Word[]>()
  for (const item of items) {
    if (!('str' in item)) continue
    const [x, y] = [Number(item.transform[4]), Number(item.transform[5])]
    // A label and its amount are on one line, a fraction of a point apart.
    const row = [...rows.keys()].find((known) => Math.abs(known - y) < 4) ?? y
    rows.set(row, [...(rows.get(row) ?? []), { text: item.str, x, y }])
  }
  return [...rows]
    .toSorted(([one], [other]) => other - one)
    .map(([, words]) => textOf(words.toSorted((one, other) => one.x - other.x)))
}

function textOf(words: readonly Word[]): string {
  const text = words.map((word) => word.text).join('')
  return text.replaceAll(/\s+/g, ' ').trim()
}

/**
 * Returns a line's letters without their order, because the order seen differs from the order read where two
 * directions meet.
 */
export function lettersOf(line: string): string {
  return [...line.replaceAll(/\s/g, '')].toSorted().join('')
}
