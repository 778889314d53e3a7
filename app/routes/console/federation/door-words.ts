import { isPlainKey, type PlainKey } from '#app/locales/translate.ts'
import type { SupportPage } from '#app/rules/federation/support-pages.ts'

/** The areas of the catalogue in which each page of a support view finds the names of its rows, the same as on the co-op's own pages. */
const WORDS: Readonly<Record<SupportPage, (word: string) => string>> = {
  members: (state) => `federation:door.member.${state}`,
  orders: (state) => `jobs:state.${state}`,
  balances: (account) =>
    account === 'members' ? 'federation:door.account.members' : `books:account.${account}`,
  decisions: (state) => `decisions:state.${state}`,
  log: (act) => `storefront:brand.act.${act}`,
}

/** Returns the words of a state, an account or an act. @throws RangeError if there are none. */
export function wordFor(page: SupportPage, word: string): PlainKey {
  const key = WORDS[page](word)
  if (!isPlainKey(key)) throw new RangeError(`There is no sentence ${key}.`)
  return key
}
