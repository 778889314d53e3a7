import type { PlainKey } from '#app/locales/translate.ts'
import type { SupportPage } from '#app/rules/federation/support-pages.ts'

/** Where each page of a door finds its words for what its rows name by a key. */
const WORDS: Readonly<Record<SupportPage, string>> = {
  members: 'federation:door.member',
  orders: 'jobs:state',
  balances: 'books:account',
  decisions: 'decisions:state',
  log: 'storefront:brand.act',
}

/** The sentence for a state, an account or an act, as the co-op's own pages call it. */
export function wordFor(page: SupportPage, key: string): PlainKey {
  if (page === 'balances' && key === 'members') return 'federation:door.account.members'
  return `${WORDS[page]}.${key}` as PlainKey
}
