/**
 * Reads one cookie by its exact name. Names are never decoded: a sibling's `__%48ost-session` must not pass for
 * `__Host-session`. A value is taken as it stands; ours need no decoding. The first of several wins.
 */
export function readCookie(header: string | null, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}

/** A cookie that keeps a reader's choice for a year. It says nothing about who they are. */
export function choiceCookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`
}
