import type { MemberId } from '#app/kernel/ids.ts'
import type { Money } from '#app/kernel/money.ts'
import type { Account } from './accounts.ts'
import { amongWorkers, type Parts, type Worker } from './split.ts'

type Lines = readonly { readonly account: Account; readonly minor: bigint }[]

/**
 * A customer has paid, for work that is still to be done.
 *
 *     debit   clearing     what was paid, less what the card kept
 *     debit   card-costs   what the card kept
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
 * The work is done (`returned` is nothing), or was cancelled and a part is kept, split like a sale, and the rest returned.
 *
 *     debit   held             what was paid
 *     credit  clearing         what goes back to the customer
 *     credit  member:<each>    the workers' part, by weight
 *     credit  federation       its dues
 *     credit  co-op            its part, out of which the card's costs were paid already
 *     credit  fund:<purpose>   what is earmarked
 */
export function settledLines(parts: Parts, workers: readonly Worker[], returned: Money): Lines {
  const kept = sharesOf(parts, workers)
  const total = kept.reduce((sum, { minor }) => sum + minor, 0n) - returned.minor
  return [
    { account: 'held', minor: -total },
    { account: 'clearing', minor: -returned.minor },
    ...kept,
  ]
}

/**
 * Money goes back after the work was settled: what `before` shared out and `after` no longer does, line by line.
 *
 *     debit   member:<each>, federation, co-op, fund:<purpose>   their part of it
 *     credit  clearing                                           what goes back
 */
export function refundedLines(before: Parts, after: Parts, workers: readonly Worker[]): Lines {
  const undone = sharesOf(before, workers).map(({ account, minor }, index) => ({
    account,
    minor: (sharesOf(after, workers)[index]?.minor ?? 0n) - minor,
  }))
  const returned = undone.reduce((sum, { minor }) => sum + minor, 0n)
  return [...undone, { account: 'clearing', minor: -returned }]
}

function sharesOf(parts: Parts, workers: readonly Worker[]): Lines {
  const each: ReadonlyMap<MemberId, Money> = amongWorkers(parts.workers, workers)
  return [
    ...[...each].map(([member, share]) => ({ account: { member }, minor: -share.minor })),
    { account: 'federation' as const, minor: -parts.federation.minor },
    { account: 'co-op' as const, minor: -(parts.coOp.minor + parts.card.minor) },
    ...[...parts.earmarks].map(([fund, amount]) => ({ account: { fund }, minor: -amount.minor })),
  ]
}
