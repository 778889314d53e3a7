/** A number and the word it counts or dates, or the short word that leads to it. */
const NUMBERED = /(?<=\p{N}) (?=\p{L})|(?<=(?:^| )\p{L}{1,3}) (?=\p{N})/gu

/** A word with a hyphen in it, and what stands against it. */
const HYPHENATED = /([^ ]*\p{L}-\p{L}[^ ]*)/u

/**
 * A heading that is broken into lines between its words only: never at the hyphen of one, and not within `of`, such as
 * a date; where that alone is wider than the page, a day stays with its month and an hour with its word.
 */
export function NoBreak({ children, of }: { readonly children: string; readonly of?: string }) {
  return around(children, of).map((part, index) =>
    index % 2 === 1 ? (
      <span className={of ? 'whole date' : 'whole'} key={index}>
        {part.replaceAll(NUMBERED, '\u00a0')}
      </span>
    ) : (
      part
    ),
  )
}

/** The text in parts, of which every second one is kept whole. */
function around(text: string, of = ''): string[] {
  const at = of ? text.indexOf(of) : -1
  if (at < 0) return text.split(HYPHENATED)
  const start = text.lastIndexOf(' ', at) + 1
  const next = text.indexOf(' ', at + of.length)
  const end = next < 0 ? text.length : next
  return [text.slice(0, start), text.slice(start, end), text.slice(end)]
}
