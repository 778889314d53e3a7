import type { PlainKey } from '#app/locales/translate.ts'
import type { DoorPage } from '#app/reads/door-pages.ts'

/** Where each page of a door finds its words for what its rows name by a key. */
const WORDS: Readonly<Record<DoorPage, string>> = {
  members: 'doors:member',
  orders: 'hours:state',
  balances: 'accounts:account',
  decisions: 'governance:state',
  log: 'brand:act',
}

/** The sentence for a state, an account or an act, as the co-op's own pages call it. */
export function wordFor(page: DoorPage, key: string): PlainKey {
  if (page === 'balances' && key === 'members') return 'doors:account.members'
  return `${WORDS[page]}.${key}` as PlainKey
}
