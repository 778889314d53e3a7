import { type SQL, sql } from 'drizzle-orm'
import type { TenantId } from '#app/kernel/ids.ts'
import type { Kind, KindActs } from './kind.ts'
import type { KindPages } from './pages.ts'
import { visitActs } from './visit/acts.server.ts'
import { visit } from './visit/kind.ts'
import { visitPages } from './visit/pages.server.ts'

/** Every kind of offering: a new one is one line here, and one in `views.tsx`. */
const KINDS = [{ kind: visit, acts: visitActs, pages: visitPages }] as const

type RefusalOf<Known> = Known extends Kind<infer Refusal> ? Refusal : never
type ActRefusalOf<Known> = Known extends KindActs<infer Refusal> ? Refusal : never
type Registered = (typeof KINDS)[number]

/** Why a kind would not price what was chosen. */
export type QuoteRefusal = RefusalOf<Registered['kind']>
/** Why a kind would not do what it was asked for. */
export type ActRefusal = ActRefusalOf<Registered['acts']>

const kinds = new Map<string, Kind<QuoteRefusal>>(KINDS.map(({ kind }) => [kind.name, kind]))
const acts = new Map<string, KindActs<ActRefusal>>(
  KINDS.map(({ kind, acts: own }) => [kind.name, own]),
)

const pages = new Map<string, KindPages>(KINDS.map(({ kind, pages: own }) => [kind.name, own]))

/** The names of all kinds, in the order in which they are offered to whoever adds a listing. */
export const kindNames = (): string[] => [...kinds.keys()]

/** The kind of this name. @throws Error if there is none: a listing is of a kind that we know. */
export function kindOf(name: string): Kind<QuoteRefusal> {
  return known(kinds.get(name), name)
}

/** What the kind of this name does in the database. @throws Error if there is none. */
export function actsOf(name: string): KindActs<ActRefusal> {
  return known(acts.get(name), name)
}

/** How the kind of this name reads its forms and addresses. @throws Error if there is none. */
export function pagesOf(name: string): KindPages {
  return known(pages.get(name), name)
}

type Added = { readonly kind: Kind; readonly acts: KindActs; readonly pages: KindPages }

/** Adds a kind while the process runs: for a test that brings its own. */
export function registerKind({ kind, acts: own, pages: its }: Added): void {
  kinds.set(kind.name, kind as Kind<QuoteRefusal>)
  acts.set(kind.name, own as KindActs<ActRefusal>)
  pages.set(kind.name, its)
}

/** A query of every kind's times: see {@link KindActs.times}. */
export function timesOf(tenant: TenantId): SQL {
  return sql.join(
    [...acts.values()].map(({ times }) => times(tenant)),
    sql` union all `,
  )
}

function known<Found>(found: Found | undefined, name: string): Found {
  if (!found) throw new Error(`There is no kind of offering that is called ${name}.`)
  return found
}
