/** One party to a division and its weight. The weight has any unit, as long as all claims use the same. */
export type Claim<Key extends string> = { readonly key: Key; readonly weight: bigint }

/**
 * Divides an amount among claims in proportion to their weights, to the last unit, by largest remainder.
 *
 * Rounding each share separately loses money or invents it. So every share is first rounded down, and the units left
 * over go, one each, to the claims with the largest remainders; the key decides between equal remainders. The shares
 * add up exactly, and the same claims give the same shares in any order.
 *
 * @throws RangeError if the amount or a weight is negative, a key occurs twice, or no claim has a weight.
 */
export function shareOut<Key extends string>(
  amount: bigint,
  claims: readonly Claim<Key>[],
): ReadonlyMap<Key, bigint> {
  const whole = wholeOf(amount, claims)
  const shares = claims.map(({ key, weight }) => ({
    key,
    units: (amount * weight) / whole,
    lost: (amount * weight) % whole,
  }))
  const given = shares.reduce((sum, { units }) => sum + units, 0n)
  const favoured = shares.toSorted(byLargestLoss).slice(0, Number(amount - given))
  for (const share of favoured) share.units += 1n
  return new Map(shares.map(({ key, units }) => [key, units]))
}

function wholeOf(amount: bigint, claims: readonly Claim<string>[]): bigint {
  const whole = claims.reduce((sum, { weight }) => sum + weight, 0n)
  if (amount < 0n || claims.some(({ weight }) => weight < 0n))
    throw new RangeError('Nothing negative is shared out.')
  if (new Set(claims.map(({ key }) => key)).size < claims.length)
    throw new RangeError('A key claims twice.')
  if (whole === 0n) throw new RangeError('Nobody has a claim, so there is nothing to share by.')
  return whole
}

type Share = { readonly key: string; readonly lost: bigint }

function byLargestLoss(one: Share, other: Share): number {
  if (one.lost !== other.lost) return one.lost > other.lost ? -1 : 1
  return one.key < other.key ? -1 : 1
}
