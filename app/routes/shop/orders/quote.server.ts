import {
  atTier,
  quoteVisit,
  type VisitChoices,
  type VisitFields,
} from '#app/domains/offerings/kinds/visit.ts'
import { readTimes, type TimesAsked } from '#app/reads/jobs/open-times.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { readMoment } from './dates.ts'
import type { ShownDay } from './times.tsx'

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

type Times = {
  readonly days: ShownDay[]
  /** The time that is chosen and can be had, on the days shown or on others; else empty. */
  readonly slot: string
  readonly refusal?: string
}

/** The times to choose from, and what is to be said of the one that an address asks for. */
export async function timesFor(
  tenant: Tenant,
  visit: Omit<TimesAsked, 'start'>,
  query: URLSearchParams,
): Promise<Times> {
  if (tenant.state !== 'open') return { days: [], slot: '' }
  const asked = query.get('slot')
  const start = readMoment(asked)
  const { days, refusal } = await readTimes(tenant, { ...visit, start })
  const shown = days.map(({ date, slots }) => ({
    date,
    slots: slots
      .filter((_, index) => index % 2 === 0 || slots.length < 14)
      .map(({ start: each, open }) => ({ start: each.toString(), open })),
  }))
  if (start && !refusal) return { days: shown, slot: start.toString() }
  const missing = query.get('missing') === 'slot'
  if (!asked)
    return { days: shown, slot: '', ...(missing ? { refusal: 'orders:when.missing' } : {}) }
  return { days: shown, slot: '', refusal: `refusals:${refusal ?? 'slot-not-offered'}` }
}
