import type { MemberId } from '#app/kernel/ids.ts'
import type { Money } from '#app/kernel/money.ts'
import type { Account } from './accounts.ts'
import { claimedParts, divideAmongWorkers, type Parts, type Worker } from './split.ts'

type Lines = readonly { readonly account: Account; readonly minor: bigint }[]

/**
 * Returns the lines of a payment for work that is still to be done.
 *
 *     debit   clearing     what was paid, less the card's costs
 *     debit   card-costs   the card's costs
 *     credit  held         what was paid
 */
export function capturedLines(paid: Money, card: Money): Lines {
  return [
    { account: 'clearing', minor: paid.minor - card.minor },
    { account: 'card-costs', minor: card.minor },
    { account: 'held', minor: -paid.minor },
  ]
}

/**
 * Returns the lines of work that is done (`returned` is zero), or that was cancelled: the retained part is split like a
 * sale, and the rest is returned.
 *
 *     debit   held             what was paid
 *     credit  clearing         what goes back to the customer
 *     credit  member:<each>    the workers' part, by weight
 *     credit  federation       its dues
 *     credit  co-op            its part, from which the card's costs were already paid
 *     credit  fund:<purpose>   what is earmarked
 */
export function settledLines(parts: Parts, workers: readonly Worker[], returned: Money): Lines {
  const retained = sharesOf(parts, workers)
  const total = retained.reduce((sum, { minor }) => sum + minor, 0n) - returned.minor
  return [
    { account: 'held', minor: -total },
    { account: 'clearing', minor: -returned.minor },
    ...retained,
  ]
}

/**
 * Returns the lines of a refund after settling: what `before` shared out and `after` no longer does, line by line.
 *
 *     debit   member:<each>, federation, co-op, fund:<purpose>   their part of the refund
 *     credit  clearing                                           what goes back
 */
export function refundedLines(before: Parts, after: Parts, workers: readonly Worker[]): Lines {
  const reversed = sharesOf(before, workers).map(({ account, minor }, index) => ({
    account,
    minor: (sharesOf(after, workers)[index]?.minor ?? 0n) - minor,
  }))
  const returned = reversed.reduce((sum, { minor }) => sum + minor, 0n)
  return [...reversed, { account: 'clearing', minor: -returned }]
}

function sharesOf(whole: Parts, workers: readonly Worker[]): Lines {
  const parts = claimedParts(whole, workers)
  const shares: ReadonlyMap<MemberId, Money> = divideAmongWorkers(parts.workers, workers)
  return [
    ...[...shares].map(([member, share]) => ({ account: { member }, minor: -share.minor })),
    { account: 'federation' as const, minor: -parts.federation.minor },
    { account: 'co-op' as const, minor: -(parts.coOp.minor + parts.card.minor) },
    ...[...parts.earmarks].map(([fund, amount]) => ({ account: { fund }, minor: -amount.minor })),
  ]
}
