/** An origin that no site has. It only serves to parse what is written without one. */
const ANY_ORIGIN = 'http://own.invalid'

/** The longest path that an address may lead back to. */
const MAX_LENGTH = 500

/**
 * Returns a text as a path of the reader's own host, in the form that browsers resolve it to; undefined for a text that
 * leads to another host, or that a browser may read in two ways. It is parsed as a browser parses it, because
 * `/./\evil.example` and `//evil.example` both begin with a slash and lead away.
 */
export function ownPath(text: string): string | undefined {
  if (!text.startsWith('/') || /[\\\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return undefined
  if (!URL.canParse(text, ANY_ORIGIN)) return undefined
  const { origin, pathname, search, hash } = new URL(text, ANY_ORIGIN)
  return origin === ANY_ORIGIN && !pathname.startsWith('//') ? pathname + search + hash : undefined
}

/** Returns the path of this host that a reader asks to go on to, or the fallback for any other text. */
export function safeReturn(text: unknown, fallback: string): string {
  if (typeof text !== 'string' || text.length >= MAX_LENGTH) return fallback
  return ownPath(text) ?? fallback
}
