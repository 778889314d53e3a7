/**
 * Reads one cookie by its exact name. Names are never decoded, because another co-op's `__%48ost-session` must not pass
 * for `__Host-session`. Values are not decoded either, because ours need no decoding. The first of several cookies
 * counts.
 */
export function readCookie(header: string | null, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}

/** Returns a cookie that stores a reader's choice for a year. It does not identify the reader. */
export function choiceCookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`
}
