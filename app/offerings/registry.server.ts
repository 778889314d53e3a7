import { type SQL, sql } from 'drizzle-orm'
import type { TenantId } from '#app/kernel/ids.ts'
import type { Kind, KindActs } from './kind.ts'
import { KINDS } from './kinds.ts'
import type { KindPages } from './pages.ts'

/** What a kind's files say, each in the words of its contract. */
type Known = { readonly kind: Kind; readonly acts: KindActs; readonly pages: KindPages }

/** Loads the files of a kind from its folder. */
async function load(name: string): Promise<Known> {
  const [decides, acts, pages] = (await Promise.all([
    import(`./${name}/kind.ts`),
    import(`./${name}/acts.server.ts`),
    import(`./${name}/pages.server.ts`),
  ])) as [Pick<Known, 'kind'>, Pick<Known, 'acts'>, Pick<Known, 'pages'>]
  return { ...decides, ...acts, ...pages }
}

const kinds = new Map<string, Known>(
  await Promise.all(Object.keys(KINDS).map(async (name) => [name, await load(name)] as const)),
)

/** Returns the names of all kinds, in the order in which they are offered to a member who adds a listing. */
export const kindNames = (): string[] => [...kinds.keys()]

/** Returns the kind of this name. @throws Error if there is none: a listing is of a kind that we know. */
export const kindOf = (name: string): Kind => known(name).kind

/** Returns what the kind of this name does in the database. @throws Error if there is none. */
export const actsOf = (name: string): KindActs => known(name).acts

/** Returns how the kind of this name reads its forms and addresses. @throws Error if there is none. */
export const pagesOf = (name: string): KindPages => known(name).pages

/** Adds a kind while the process runs: for a test that brings its own. */
export function registerKind(added: Known): void {
  kinds.set(added.kind.name, added)
}

/** Returns a query of every kind's times: see {@link KindActs.times}. */
export function timesOf(tenant: TenantId): SQL {
  return sql.join(
    [...kinds.values()].map(({ acts }) => acts.times(tenant)),
    sql` union all `,
  )
}

function known(name: string): Known {
  const found = kinds.get(name)
  if (!found) throw new Error(`There is no kind of offering that is called ${name}.`)
  return found
}
