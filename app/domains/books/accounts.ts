import type { MemberId } from '#app/kernel/ids.ts'

/**
 * An account of a co-op's books. `clearing` is money at the card processor. `held` is customers' money for work that is
 * not done yet. `member` is what the co-op owes to one member. `federation` is the federation's dues. `co-op` is the
 * co-op's income. `card-costs` is what the card companies retained. `fund` is money for one purpose.
 */
export type Account =
  | 'clearing'
  | 'held'
  | 'federation'
  | 'co-op'
  | 'card-costs'
  | { readonly member: MemberId }
  | { readonly fund: string }

type AccountRow = {
  readonly code: string
  readonly kind: 'asset' | 'liability' | 'income' | 'expense'
  readonly memberId: MemberId | null
  readonly guarded: boolean
}

const SHARED_KINDS: Readonly<Record<Extract<Account, string>, AccountRow['kind']>> = {
  clearing: 'asset',
  held: 'liability',
  federation: 'liability',
  'co-op': 'income',
  'card-costs': 'expense',
}

/** Returns the row of an account. Only the accounts of a member and of a fund are guarded against overdrawing. */
export function accountRow(account: Account): AccountRow {
  if (typeof account === 'string')
    return { code: account, kind: SHARED_KINDS[account], memberId: null, guarded: false }
  if ('member' in account)
    return {
      code: `member:${account.member}`,
      kind: 'liability',
      memberId: account.member,
      guarded: true,
    }
  return { code: `fund:${account.fund}`, kind: 'liability', memberId: null, guarded: true }
}
