/**
 * The space between a number and the word that it counts or dates, or between a short word and the number after it.
 */
const NUMBERED = /(?<=\p{N}) (?=\p{L})|(?<=(?:^| )\p{L}{1,3}) (?=\p{N})/gu

/** A word with a hyphen, together with its punctuation. */
const HYPHENATED = /([^ ]*\p{L}-\p{L}[^ ]*)/u

/**
 * A heading whose lines break only between words: never at a hyphen, and not within `of`, such as a date. Where `of`
 * alone is wider than the page, a day stays with its month and an hour with its word.
 */
export function NoBreak({ children, of }: { readonly children: string; readonly of?: string }) {
  return splitUnbroken(children, of).map((part, index) =>
    index % 2 === 1 ? (
      <span className={of ? 'date inline-block' : 'inline-block'} key={index}>
        {part.replaceAll(NUMBERED, '\u00a0')}
      </span>
    ) : (
      part
    ),
  )
}

/** Splits the text into parts; every second part must not be broken. */
function splitUnbroken(text: string, of = ''): string[] {
  const at = of ? text.indexOf(of) : -1
  if (at < 0) return text.split(HYPHENATED)
  const start = text.lastIndexOf(' ', at) + 1
  const next = text.indexOf(' ', at + of.length)
  const end = next < 0 ? text.length : next
  return [text.slice(0, start), text.slice(start, end), text.slice(end)]
}
