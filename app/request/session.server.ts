import { endSession } from '#app/domains/accounts/session.server.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { type Args, asVisitor } from './guards.server.ts'
import { readCookie } from './cookies.ts'
import { SESSION_COOKIE } from './session-cookie.ts'

/**
 * Returns the header that signs a browser in on this host. `__Host-` binds the cookie to this host; browsers accept it
 * on localhost too.
 */
export function sessionCookie(token: string): Record<string, string> {
  return {
    'set-cookie': `${SESSION_COOKIE}=${token}; Path=/; Max-Age=7776000; Secure; HttpOnly; SameSite=Lax`,
  }
}

/** Returns the header that stores the secret of a founding draft in the browser for a month. */
export function draftCookie(secret: string): Record<string, string> {
  return {
    'set-cookie': `${DRAFT_COOKIE}=${secret}; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax`,
  }
}

/** Ends this browser's session on this host, and returns the header that signs it in with a new one in its place. */
export async function replaceSession(args: Args, token: string): Promise<Record<string, string>> {
  await endCurrentSession(args)
  return sessionCookie(token)
}

export const DRAFT_COOKIE = '__Host-founding'

export const SIGN_ON_COOKIE = '__Host-going'

/**
 * Returns the cookie with the secret of a browser that signs on from another of our hosts. It lasts ten minutes; an
 * empty secret deletes it.
 */
export function signOnCookie(secret: string): string {
  return `${SIGN_ON_COOKIE}=${secret}; Path=/; Max-Age=${secret ? 600 : 0}; Secure; HttpOnly; SameSite=Lax`
}

export const SIGN_UP_COOKIE = '__Host-signing-up'

/**
 * Returns the cookie with the proof that this browser's form set an account's password. It lasts as long as the link of
 * the letter, two days.
 */
export function signUpCookie(proof: string): Record<string, string> {
  return {
    'set-cookie': `${SIGN_UP_COOKIE}=${proof}; Path=/; Max-Age=172800; Secure; HttpOnly; SameSite=Lax`,
  }
}

export function clearSessionCookie(): Record<string, string> {
  return { 'set-cookie': `${SESSION_COOKIE}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax` }
}

/** Ends the session of this browser on this host. */
export async function endCurrentSession(args: Args): Promise<void> {
  const token = readCookie(args.request.headers.get('cookie'), SESSION_COOKIE)
  const { host, at } = asVisitor(args)
  if (token) await inFederation((db) => endSession(db, token, { host, at }))
}
