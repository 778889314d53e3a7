import type { PlainKey } from '#app/locales/translate.ts'

/** A kind of site on which an address answers. */
type Site = 'co-op' | 'federation'

/** The role that a reader must have at least. */
type Reader = 'anybody' | 'person' | 'member' | 'steward' | 'admin'

/** A navigation bar at the top of pages. */
export type Bar = 'co-op' | 'federation' | 'office' | 'console'

/** The properties that all pages of an audience share. */
type Shared = {
  /** The folder of `app/routes` that holds the pages' files; null for `app/routes` itself. */
  readonly audience: string | null
  readonly sites: readonly Site[]
  readonly for: Reader
}

type Row = Partial<Shared> & {
  /**
   * The page's file in its audience's folder: `<area>/<page>.tsx`, or without an area where the audience has only one.
   */
  readonly file: string
  /** The name of the route, where several routes have one file or where code names the page. */
  readonly id?: string
  /** The names of the query parameters that a link to the page may have. */
  readonly query?: readonly string[]
  /** The bar that shows the page, and its label there. A bar shows its pages in the order of the table. */
  readonly nav?: { readonly bar: Bar; readonly word: PlainKey }
  /** The page of a bar under which this page belongs. */
  readonly under?: string
  /**
   * The page is the same for every reader who is not signed in, so it is cached until the co-op's content changes: once,
   * or once for each of these values of its query parameters. With another value it is rendered and not cached.
   */
  readonly cached?: true | Readonly<Record<string, readonly string[]>>
  /** The page takes a file, so its form may be large. */
  readonly takesFile?: true
  /** Anybody who has this address may do what it says, so its parameters are never logged. */
  readonly secret?: true
}

export type Page = Row & Shared

/** Fills the rows of an audience with what all of them share. */
export function pages<
  const Rows extends Readonly<Record<`/${string}`, Row>>,
  const All extends Shared,
>(
  all: All,
  rows: Rows,
): { readonly [Address in keyof Rows]: Omit<All, keyof Rows[Address]> & Rows[Address] } {
  const filled = Object.entries(rows).map(([address, row]) => [address, { ...all, ...row }])
  return Object.fromEntries(filled) as ReturnType<typeof pages<Rows, All>>
}
