import { atTier, quoteVisit, type VisitChoices, type VisitFields } from './visit.ts'

/** What can be chosen, each with what it costs as the rest is chosen. */
export function pricesOf(fields: VisitFields, chosen: VisitChoices, currency: string) {
  const [first] = fields.tiers
  const tier = fields.tiers.find(({ key }) => key === chosen.tier) ?? first
  const at = (amount: number) => (tier ? atTier(amount, tier) : BigInt(amount))
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
      minor: at(unitMinor),
      minutes: Number(at(unitMinutes)),
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
