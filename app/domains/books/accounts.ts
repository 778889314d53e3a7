import type { MemberId } from '#app/kernel/ids.ts'

/**
 * The accounts of a co-op's books, in our words:
 * `clearing` is money at the card processor; `held` is customers' money for work not yet done; `member` is what is
 * owed to one member; `federation` its dues; `co-op` the co-op's own income; `card-costs` what the card companies
 * kept; `fund` what is set aside for a purpose.
 */
export type Account =
  | 'clearing'
  | 'held'
  | 'federation'
  | 'co-op'
  | 'card-costs'
  | { readonly member: MemberId }
  | { readonly fund: string }

type Row = {
  readonly code: string
  readonly kind: 'asset' | 'liability' | 'income' | 'expense'
  readonly memberId: MemberId | null
  readonly guarded: boolean
}

const SHARED: Readonly<Record<Extract<Account, string>, Row['kind']>> = {
  clearing: 'asset',
  held: 'liability',
  federation: 'liability',
  'co-op': 'income',
  'card-costs': 'expense',
}

/** The row of an account. Only what is owed to one member or kept for one purpose is guarded against overdrawing. */
export function accountOf(account: Account): Row {
  if (typeof account === 'string')
    return { code: account, kind: SHARED[account], memberId: null, guarded: false }
  if ('member' in account)
    return {
      code: `member:${account.member}`,
      kind: 'liability',
      memberId: account.member,
      guarded: true,
    }
  return { code: `fund:${account.fund}`, kind: 'liability', memberId: null, guarded: true }
}
