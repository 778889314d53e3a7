import type { Locale } from '#app/kernel/locale.ts'
import { words as visit } from './visit/words.ts'

/**
 * Every kind of offering with its words, in the order in which they are offered to a member who adds a listing. A new
 * kind is one line here. Its other files are found by its name: `kind.ts`, `acts.server.ts`, `pages.server.ts`, `view.tsx`.
 */
export const KINDS = { visit } satisfies Readonly<Record<string, KindCatalogues>>

type KindCatalogues = Readonly<Record<Locale, { readonly words: Readonly<Record<string, string>> }>>
