import { atTier, quoteVisit, type VisitChoices, type VisitFields } from './visit.ts'

/** Returns everything that can be chosen, with its price beside the other choices. */
export function pricesOf(fields: VisitFields, chosen: VisitChoices, currency: string) {
  const [first] = fields.tiers
  const tier = fields.tiers.find(({ key }) => key === chosen.tier) ?? first
  const priceAtTier = (amount: number) => (tier ? atTier(amount, tier) : BigInt(amount))
  const totalOf = (key: string) => {
    const quote = quoteVisit(fields, { ...chosen, tier: key }, currency)
    return quote.ok ? quote.value.total.minor : 0n
  }
  return {
    chosen,
    counters: fields.counters.map(({ key, label, max, unitMinor, unitMinutes }) => ({
      key,
      label,
      max,
      minor: priceAtTier(unitMinor),
      minutes: Number(priceAtTier(unitMinutes)),
    })),
    tiers: fields.tiers.map(({ key, label, about }) => ({
      key,
      label,
      about,
      total: totalOf(key),
    })),
    extras: fields.extras,
  }
}
