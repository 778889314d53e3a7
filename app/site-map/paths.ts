import type { PAGES } from './pages.ts'

/** An address of ours as the site map writes it, with a hole for each thing that it names: `/orders/:token`. */
export type Address = Exclude<keyof typeof PAGES, '/*'>

type HolesOf<Text extends string> = Text extends `${infer First}/${infer Rest}`
  ? HolesOf<First> | HolesOf<Rest>
  : Text extends `:${infer Name}`
    ? Name
    : never

type NamesOf<At extends Address> = (typeof PAGES)[At] extends {
  readonly query: readonly (infer Name extends string)[]
}
  ? Name
  : never

type Query<At extends Address> =
  | { readonly [Name in NamesOf<At>]?: string | number | true | null | undefined }
  | URLSearchParams

type Filling<At extends Address> = [HolesOf<At>] extends [never]
  ? [query?: Query<At>]
  : [holes: { readonly [Name in HolesOf<At>]: string | number }, query?: Query<At>]

/**
 * The path of an address: what fills its holes, if it has any, and then what stands behind its question mark. There a
 * name that is `true` stands alone, and one without a value is left out.
 */
export function pathTo<At extends Address>(address: At, ...filling: Filling<At>): string {
  const given = [...filling] as (Record<string, unknown> | URLSearchParams | undefined)[]
  const holes = address.includes(':') ? given.shift() : undefined
  const path = address.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String((holes as Record<string, unknown>)[name])),
  )
  const query = queryOf(given[0] ?? {})
  return query === '' ? path : `${path}?${query}`
}

function queryOf(query: Readonly<Record<string, unknown>> | URLSearchParams): string {
  if (query instanceof URLSearchParams) return query.toString()
  return Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) =>
      value === true
        ? encodeURIComponent(name)
        : new URLSearchParams([[name, String(value)]]).toString(),
    )
    .join('&')
}

/** Files that are served as they are, from `public/`. */
export const FAVICON = '/favicon.svg'
export const LIVE_SCRIPT = '/live.js'
