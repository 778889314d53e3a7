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

/** How a commissionable amount is divided: the charter's part for the workers, the federation's dues, in basis points. */
export type SplitRule = { readonly workersBp: number; readonly federationBp: number }

/** One worker's weight in the team: minutes worked, or 1 each. */
export type Worker = { readonly member: MemberId; readonly weight: bigint }

/** Where every unit of a payment went. The parts add up to what was paid. */
export type Parts = {
  readonly workers: Money
  readonly federation: Money
  /** What the card company kept. */
  readonly card: Money
  /** What is left for the co-op; below zero when the card cost more than the co-op's part. */
  readonly coOp: Money
  readonly earmarks: ReadonlyMap<string, Money>
}

/**
 * Divides what a customer pays. Every part but the workers' is rounded half away from zero; the workers get the rest,
 * with tips and what is passed through. The co-op's part pays the federation and the card; what is left is its own.
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
 * What stays where it went when only `kept` of `paid` is kept: the split, backwards. Nothing kept leaves only the
 * card's cost, which no refund brings back, and which the co-op bears. Asked again with a smaller `kept`, the
 * difference is the next refund's: several refunds undo exactly what one would.
 */
export function retainedParts(parts: Parts, paid: Money, kept: Money): Parts {
  const scale = (part: Money) =>
    money(
      kept.minor === 0n ? 0n : divideHalfAway(part.minor * kept.minor, paid.minor),
      paid.currency,
    )
  const common = scale(plus(plus(parts.coOp, parts.federation), parts.card))
  const federation = scale(parts.federation)
  const earmarks = new Map([...parts.earmarks].map(([purpose, part]) => [purpose, scale(part)]))
  const others = sum([common, ...earmarks.values()], paid.currency)
  return {
    workers: minus(kept, others),
    federation,
    card: parts.card,
    coOp: minus(minus(common, federation), parts.card),
    earmarks,
  }
}

/** What the card kept of a whole payment, as each item bears it: by what was paid for it, ties by item id. */
export function amongItems<Key extends string>(
  card: Money,
  items: readonly { readonly id: Key; readonly mostMinor: bigint }[],
): ReadonlyMap<Key, Money> {
  const claims = items.map(({ id, mostMinor }) => ({ key: id, weight: mostMinor }))
  if (claims.every(({ weight }) => weight === 0n))
    return new Map(claims.map(({ key }) => [key, money(0n, card.currency)]))
  const shares = shareOut(card.minor, claims)
  return new Map([...shares].map(([id, units]) => [id, money(units, card.currency)]))
}

/** The workers' part, each their own: by weight, largest remainder, ties by member id. */
export function amongWorkers(
  amount: Money,
  workers: readonly Worker[],
): ReadonlyMap<MemberId, Money> {
  const claims = workers.map(({ member, weight }) => ({ key: member, weight }))
  const shares = shareOut(amount.minor, claims)
  return new Map([...shares].map(([member, units]) => [member, money(units, amount.currency)]))
}

function earmarksOf(lines: readonly PriceLine[], currency: string): ReadonlyMap<string, Money> {
  const found = new Map<string, Money>()
  for (const { purpose = 'common', amount } of ofKind(lines, 'earmark')) {
    found.set(purpose, plus(found.get(purpose) ?? money(0n, currency), amount))
  }
  return found
}
