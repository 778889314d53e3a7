import { createHash } from 'node:crypto'
import { redirect, type AppLoadContext } from '@remix-run/node'
import { systemClock, type Instant } from '#app/kernel/clock.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { translator, type Translate } from '#app/locales/translate.ts'
import { type May, mayWorkHere, rightsRefusal } from '#app/domains/members/may.ts'
import { keepSignedIn } from '#app/flows/accounts/own-account.server.ts'
import { readSession, type Member, type Person } from '#app/reads/accounts/session.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import type { RequestContext } from './context.server.ts'
import { readCookie } from './cookies.ts'
import { localeOf } from './locale.ts'
import { safeReturn } from './own-path.ts'
import { SESSION_COOKIE } from './session-cookie.ts'

/** The arguments that Remix passes to a loader or an action. */
export type Args = {
  readonly request: Request
  readonly context: AppLoadContext
  readonly params: Readonly<Record<string, string | undefined>>
}

/** Returns the co-op of this site; null on the federation's site. */
export const tenantOf = ({ site }: Pick<RequestContext, 'site'>) =>
  site.kind === 'co-op' ? site.tenant.id : null

/** Returns the name of the co-op of this site; null on the federation's site. */
export const coOpNameOf = ({ site }: Pick<RequestContext, 'site'>) =>
  site.kind === 'co-op' ? site.tenant.name : null

/** A request by any reader on any site: the reader's language and the moment. */
export type SiteRequest = RequestContext & {
  readonly url: URL
  readonly locale: Locale
  readonly t: Translate
  readonly at: Instant
}
export type CoOpRequest = SiteRequest & { readonly tenant: Tenant }
export type CustomerRequest = CoOpRequest & {
  readonly person: Person | null
  readonly member: Member | null
}
export type MemberRequest = CoOpRequest & { readonly person: Person; readonly member: Member }
export type PersonRequest = SiteRequest & { readonly person: Person }

/** Guards a page that is on either site and for every reader. */
export function asVisitor({ request, context }: Args): SiteRequest {
  const tenant = context.site.kind === 'co-op' ? context.site.tenant : undefined
  const locale = localeOf(request, tenant?.locale ?? 'en')
  return {
    ...context,
    url: new URL(request.url),
    locale,
    t: translator(locale, tenant?.country),
    at: systemClock(),
  }
}

/** Guards a page of a co-op that is the same for every reader: no session is read. */
export function atCoop(args: Args): CoOpRequest {
  const { site } = args.context
  if (site.kind !== 'co-op') throw notFound()
  return { ...asVisitor(args), tenant: site.tenant }
}

/** Guards a page of the federation for every reader. */
export function atFederation(args: Args): SiteRequest {
  if (args.context.site.kind !== 'federation') throw notFound()
  return asVisitor(args)
}

/** Guards a page of a co-op for a customer: a guest or a signed-in person. */
export async function asCustomer(args: Args): Promise<CustomerRequest> {
  const base = atCoop(args)
  const { person, member } = await visitor(args)
  return { ...base, person, member }
}

/** Guards a page of a co-op for its active members who have the right. */
export async function asMember(args: Args, may: May = mayWorkHere): Promise<MemberRequest> {
  const base = atCoop(args)
  const { person, member } = await visitor(args)
  if (!person) throw signIn(base)
  if (!member) throw forbidden()
  const refusal = rightsRefusal(member, may)
  if (refusal === 'not-allowed') throw forbidden()
  if (refusal) throw forbidden(base.t(`refusals:${refusal}`))
  return { ...base, person, member }
}

/** Guards a page for a signed-in person, on either site. */
export async function asPerson(args: Args): Promise<PersonRequest> {
  const base = asVisitor(args)
  const { person } = await visitor(args)
  if (!person) throw signIn(base)
  return { ...base, person }
}

/** Guards a page of the federation's console, for its admins. */
export async function asAdmin(args: Args): Promise<PersonRequest> {
  const base = atFederation(args)
  const { person } = await visitor(args)
  if (!person) throw signIn(base)
  if (!person.admin) throw forbidden()
  return { ...base, person }
}

const visitors = new WeakMap<RequestContext, ReturnType<typeof readVisitor>>()

/**
 * Returns who is signed in, and prolongs their session. The parts of one page read the session once; an action reads it
 * itself, and the page after it reads it again.
 */
export function visitor(args: Args): ReturnType<typeof readVisitor> {
  const { request, context } = args
  if (request.method !== 'GET') return readVisitor(args)
  const cached = visitors.get(context) ?? readVisitor(args)
  visitors.set(context, cached)
  return cached
}

async function readVisitor({ request, context }: Args) {
  const token = readCookie(request.headers.get('cookie'), SESSION_COOKIE)
  const tenant = tenantOf(context)
  if (!token) return { person: null, member: null }
  const session = { tokenHash: sha256(token), host: context.host, tenant, at: systemClock() }
  const { person, member, needsProlonging } = await readSession(session)
  if (needsProlonging) await keepSignedIn(session.tokenHash, session.at)
  return { person, member }
}

export const notFound = () => new Response(null, { status: 404 })
/** The body of a 403: the reason in the reader's language, or nothing when the page is only for others. */
export type Refusal = { readonly reason?: string }

/** Returns a 403 with its reason, if there is more to tell than that the page is for others. */
export const forbidden = (reason?: string) =>
  Response.json(reason ? { reason } : {}, { status: 403 })

function signIn({ url }: SiteRequest): Response {
  const asked = url.pathname.replace(/\.data$/, '') + url.search
  return redirect(pathTo('/sign-in', { return: safeReturn(asked, pathTo('/account')) }))
}

/**
 * Returns the fingerprint of a token. Only fingerprints are stored, so nobody gets a session by reading the database.
 */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
