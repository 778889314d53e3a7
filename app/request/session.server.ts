import { endSession } from '#app/domains/accounts/session.server.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { type Args, asVisitor, SESSION_COOKIE } from './guards.server.ts'
import { readCookie } from './cookies.ts'

/** The header that signs a browser in on this host. `__Host-` binds it to this very host; browsers take it on localhost too. */
export function sessionCookie(token: string): Record<string, string> {
  return {
    'set-cookie': `${SESSION_COOKIE}=${token}; Path=/; Max-Age=7776000; Secure; HttpOnly; SameSite=Lax`,
  }
}

/** The header by which a browser comes back to the co-op it is founding, for a month. */
export function draftCookie(secret: string): Record<string, string> {
  return {
    'set-cookie': `${DRAFT_COOKIE}=${secret}; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax`,
  }
}

export const DRAFT_COOKIE = '__Host-founding'

export const GOING_COOKIE = '__Host-going'

/** The secret of a browser on its way over from another of our hosts, for ten minutes; an empty one takes it back. */
export function goingCookie(secret: string): string {
  return `${GOING_COOKIE}=${secret}; Path=/; Max-Age=${secret ? 600 : 0}; Secure; HttpOnly; SameSite=Lax`
}

export function noSessionCookie(): Record<string, string> {
  return { 'set-cookie': `${SESSION_COOKIE}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax` }
}

/** Ends the session of this browser on this host. */
export async function endThisSession(args: Args): Promise<void> {
  const token = readCookie(args.request.headers.get('cookie'), SESSION_COOKIE)
  const { host, at } = asVisitor(args)
  if (token) await inFederation((db) => endSession(db, token, { host, at }))
}

/** A path of this same host to go on to; anything else becomes the fallback. */
export function safeReturn(text: string | null, fallback: string): string {
  return text && /^\/(?![/\\])[\x21-\x7e]*$/.test(text) && text.length < 500 ? text : fallback
}
