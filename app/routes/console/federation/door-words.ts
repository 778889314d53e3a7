import { isPlainKey, type PlainKey } from '#app/locales/translate.ts'
import type { SupportPage } from '#app/rules/federation/support-pages.ts'

/** Where each page of a door finds its words for what its rows name: as the co-op's own pages call it. */
const WORDS: Readonly<Record<SupportPage, (word: string) => string>> = {
  members: (state) => `federation:door.member.${state}`,
  orders: (state) => `jobs:state.${state}`,
  balances: (account) =>
    account === 'members' ? 'federation:door.account.members' : `books:account.${account}`,
  decisions: (state) => `decisions:state.${state}`,
  log: (act) => `storefront:brand.act.${act}`,
}

/** The sentence for a state, an account or an act. @throws RangeError where there is none. */
export function wordFor(page: SupportPage, word: string): PlainKey {
  const key = WORDS[page](word)
  if (!isPlainKey(key)) throw new RangeError(`There is no sentence ${key}.`)
  return key
}
