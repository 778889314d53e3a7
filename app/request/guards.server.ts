import { createHash } from 'node:crypto'
import { redirect, type AppLoadContext } from '@remix-run/node'
import { systemClock, type Instant } from '#app/kernel/clock.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { translator, type Translate } from '#app/locales/translate.ts'
import { type May, mayWorkHere, rightsRefusal } from '#app/domains/members/may.ts'
import { extendSession } from '#app/flows/accounts/own-account.server.ts'
import { whoIs, type Member, type Person } from '#app/reads/accounts/who-is.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import type { RequestContext } from './context.server.ts'
import { readCookie } from './cookies.ts'
import { localeOf } from './locale.ts'

/** What Remix hands a loader or an action. */
export type Args = {
  readonly request: Request
  readonly context: AppLoadContext
  readonly params: Readonly<Record<string, string | undefined>>
}

/** The co-op whose site this is; none on the federation's. */
export const tenantOf = ({ site }: Pick<RequestContext, 'site'>) =>
  site.kind === 'co-op' ? site.tenant.id : null

/** Anybody, on any of our sites: in which language they read and which moment it is. */
export type SiteRequest = RequestContext & {
  readonly url: URL
  readonly locale: Locale
  readonly t: Translate
  readonly at: Instant
}
export type CoOpVisit = SiteRequest & { readonly tenant: Tenant }
export type CustomerVisit = CoOpVisit & {
  readonly person: Person | null
  readonly member: Member | null
}
export type MemberVisit = CoOpVisit & { readonly person: Person; readonly member: Member }
export type PersonVisit = SiteRequest & { readonly person: Person }

export const SESSION_COOKIE = '__Host-session'

/** The page is on either site and for anybody. */
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

/** The page is a co-op's, for anybody, and looks the same to all of them: no session is read. */
export function atCoop(args: Args): CoOpVisit {
  const { site } = args.context
  if (site.kind !== 'co-op') throw notFound()
  return { ...asVisitor(args), tenant: site.tenant }
}

/** The page is the federation's, for anybody. */
export function atFederation(args: Args): SiteRequest {
  if (args.context.site.kind !== 'federation') throw notFound()
  return asVisitor(args)
}

/** The page is a co-op's, for a customer: a guest or somebody signed in. */
export async function asCustomer(args: Args): Promise<CustomerVisit> {
  const visit = atCoop(args)
  const { person, member } = await visitor(args)
  return { ...visit, person, member }
}

/** The page is a co-op's, for its active members; for those of them who may what it does. */
export async function asMember(args: Args, may: May = mayWorkHere): Promise<MemberVisit> {
  const visit = atCoop(args)
  const { person, member } = await visitor(args)
  if (!person) throw signIn(visit)
  if (!member) throw forbidden()
  const refusal = rightsRefusal(member, may)
  if (refusal === 'not-allowed') throw forbidden()
  if (refusal) throw forbidden(visit.t(`refusals:${refusal}`))
  return { ...visit, person, member }
}

/** The page is for somebody signed in, on either site. */
export async function asPerson(args: Args): Promise<PersonVisit> {
  const visit = asVisitor(args)
  const { person } = await visitor(args)
  if (!person) throw signIn(visit)
  return { ...visit, person }
}

/** The page is the federation's console, for its admins. */
export async function asAdmin(args: Args): Promise<PersonVisit> {
  const visit = atFederation(args)
  const { person } = await visitor(args)
  if (!person) throw signIn(visit)
  if (!person.admin) throw forbidden()
  return { ...visit, person }
}

const seen = new WeakMap<RequestContext, ReturnType<typeof lookAtVisitor>>()

/**
 * Who is signed in, for pages that only say so. A session that is visited goes on. The parts of one page ask once; an
 * act asks for itself, and what is shown after it asks again.
 */
export function visitor(args: Args): ReturnType<typeof lookAtVisitor> {
  const { request, context } = args
  if (request.method !== 'GET') return lookAtVisitor(args)
  const known = seen.get(context) ?? lookAtVisitor(args)
  seen.set(context, known)
  return known
}

async function lookAtVisitor({ request, context }: Args) {
  const token = readCookie(request.headers.get('cookie'), SESSION_COOKIE)
  const tenant = tenantOf(context)
  if (!token) return { person: null, member: null }
  const asked = { tokenHash: sha256(token), host: context.host, tenant, at: systemClock() }
  const { person, member, fading } = await whoIs(asked)
  if (fading) await extendSession(asked.tokenHash, asked.at)
  return { person, member }
}

export const notFound = () => new Response(null, { status: 404 })
/** Why a page is not for whoever asks, in their language; nothing more than that it is for others where it is left out. */
export type Refusal = { readonly said?: string }

/** Not for whoever asks; `said` is why, where that is more than that it is for others. */
export const forbidden = (said?: string) => Response.json(said ? { said } : {}, { status: 403 })

function signIn({ url }: SiteRequest): Response {
  return redirect(pathTo('/sign-in', { return: url.pathname.replace(/\.data$/, '') + url.search }))
}

/** Only the fingerprint of a token is kept, so that reading the database gives nobody a session. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
