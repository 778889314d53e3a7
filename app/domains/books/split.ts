import type { MemberId } from '#app/kernel/ids.ts'
import {
  basisPoints,
  divideHalfAway,
  minus,
  money,
  type Money,
  plus,
  sum,
} from '#app/kernel/money.ts'
import { ofKind, type PriceLine } from '#app/kernel/price-line.ts'
import { shareOut } from '#app/kernel/share-out.ts'
import type { SplitRule } from '#app/kernel/split-rule.ts'

/** A worker and their weight in the team: the minutes they worked, or 1 each. */
export type Worker = { readonly member: MemberId; readonly weight: bigint }

/** The parts of a payment. They add up to what was paid. */
export type Parts = {
  readonly workers: Money
  readonly federation: Money
  /** What the card company retained. */
  readonly card: Money
  /** The co-op's own part. It is below zero when the card cost more than the co-op's share. */
  readonly coOp: Money
  readonly earmarks: ReadonlyMap<string, Money>
}

/**
 * Divides a price among workers, federation, card and co-op. Every part but the workers' is rounded half away from
 * zero. The workers get the rest, with tips and passed-through amounts. The co-op's share pays the federation and the
 * card; the remainder is its own.
 */
export function split(lines: readonly PriceLine[], rule: SplitRule, card: Money): Parts {
  const { currency } = card
  const amountOf = (kind: PriceLine['kind']) =>
    sum(
      ofKind(lines, kind).map(({ amount }) => amount),
      currency,
    )
  const commissionable = amountOf('commissionable')
  const common = basisPoints(commissionable, 10_000 - rule.workersBp)
  const federation = basisPoints(commissionable, rule.federationBp)
  return {
    workers: sum(
      [minus(commissionable, common), amountOf('tip'), amountOf('pass-through')],
      currency,
    ),
    federation,
    card,
    coOp: minus(minus(common, federation), card),
    earmarks: earmarksOf(lines, currency),
  }
}

/**
 * Returns the parts that remain when only `retained` of `paid` is retained: the split, scaled down. When nothing is
 * retained, the card's cost remains, which no refund returns and which the co-op bears. The difference between two
 * calls is one refund, so several refunds undo exactly what one would.
 */
export function retainedParts(parts: Parts, paid: Money, retained: Money): Parts {
  const scale = (part: Money) =>
    money(
      retained.minor === 0n ? 0n : divideHalfAway(part.minor * retained.minor, paid.minor),
      paid.currency,
    )
  const common = scale(plus(plus(parts.coOp, parts.federation), parts.card))
  const federation = scale(parts.federation)
  const earmarks = new Map([...parts.earmarks].map(([purpose, part]) => [purpose, scale(part)]))
  const others = sum([common, ...earmarks.values()], paid.currency)
  return {
    workers: minus(retained, others),
    federation,
    card: parts.card,
    coOp: minus(minus(common, federation), parts.card),
    earmarks,
  }
}

/**
 * Returns the parts as they are shared out among these workers. While nobody has a claim, as when nobody took the work on
 * before it was cancelled, the workers' part is the co-op's.
 */
export function claimedParts(parts: Parts, workers: readonly Worker[]): Parts {
  if (workers.length > 0) return parts
  const { currency } = parts.workers
  return { ...parts, workers: money(0n, currency), coOp: plus(parts.coOp, parts.workers) }
}

/**
 * Divides the card's cost of a whole payment among its items by what was paid for each; ties are decided by item id.
 */
export function divideAmongItems<Key extends string>(
  card: Money,
  items: readonly { readonly id: Key; readonly mostMinor: bigint }[],
): ReadonlyMap<Key, Money> {
  const claims = items.map(({ id, mostMinor }) => ({ key: id, weight: mostMinor }))
  if (claims.every(({ weight }) => weight === 0n))
    return new Map(claims.map(({ key }) => [key, money(0n, card.currency)]))
  const shares = shareOut(card.minor, claims)
  return new Map([...shares].map(([id, units]) => [id, money(units, card.currency)]))
}

/** Divides the workers' part among them by weight, largest remainder, ties by member id. */
export function divideAmongWorkers(
  amount: Money,
  workers: readonly Worker[],
): ReadonlyMap<MemberId, Money> {
  if (workers.length === 0) return new Map()
  const claims = workers.map(({ member, weight }) => ({ key: member, weight }))
  const shares = shareOut(amount.minor, claims)
  return new Map([...shares].map(([member, units]) => [member, money(units, amount.currency)]))
}

function earmarksOf(lines: readonly PriceLine[], currency: string): ReadonlyMap<string, Money> {
  const totals = new Map<string, Money>()
  for (const { purpose = 'common', amount } of ofKind(lines, 'earmark')) {
    totals.set(purpose, plus(totals.get(purpose) ?? money(0n, currency), amount))
  }
  return totals
}
