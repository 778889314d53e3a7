import type { PAGES } from './pages.ts'

/** An address of ours as the site map writes it, with a parameter for each thing that it names: `/orders/:token`. */
export type Address = Exclude<keyof typeof PAGES, '/*'>

type ParametersOf<Text extends string> = Text extends `${infer First}/${infer Rest}`
  ? ParametersOf<First> | ParametersOf<Rest>
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

type PathArguments<At extends Address> = [ParametersOf<At>] extends [never]
  ? [query?: Query<At>]
  : [parameters: { readonly [Name in ParametersOf<At>]: string | number }, query?: Query<At>]

/**
 * Writes the path of an address from its parameters, if it has any, and its query. A query parameter that is `true` is
 * written without a value, and one that is undefined or null is left out.
 */
export function pathTo<At extends Address>(address: At, ...parts: PathArguments<At>): string {
  const given = [...parts] as (Record<string, unknown> | URLSearchParams | undefined)[]
  const parameters = address.includes(':') ? given.shift() : undefined
  const path = address.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String((parameters as Record<string, unknown>)[name])),
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

/** Files that are served unchanged from `public/`. */
export const FAVICON = '/favicon.svg'
export const LIVE_SCRIPT = '/live.js'
