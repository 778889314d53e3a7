import { type Charter, refusalOf } from '#app/domains/charter/charter.ts'
import type { DraftData } from '#app/domains/federation/draft.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { formatLocale, type Locale } from '#app/kernel/locale.ts'
import { money } from '#app/kernel/money.ts'
import { readFloors, readTermsHistory } from '#app/reads/federation-terms.server.ts'
import { sharedOut } from '#app/reads/sample-split.ts'
import { blueprintOf } from '#tenants/blueprints/all.ts'
import { STARTING_FLOORS } from '#tenants/blueprints/blueprint.ts'
import { withLimit } from '../office/clause-limit.server.ts'
import { landOf } from './draft.server.ts'

/** The charter of a draft: its blueprint's, with what the founders changed. */
export function charterOf(data: DraftData): Charter {
  const blueprint = blueprintOf(data.blueprint)
  if (!blueprint) throw new RangeError(`No blueprint ${data.blueprint}.`)
  const { currency } = landOf(data)
  return {
    ...blueprint.charter,
    floor: data.floor ?? { hourlyMinor: STARTING_FLOORS[currency] ?? 0 },
    ...(data.split ? { split: data.split } : {}),
    ...(data.cancellation ? { cancellation: data.cancellation } : {}),
  }
}

const FIELDS = { split: 'workers', floor: 'hourly', cancellation: 'hours' } as const

type Moment = { readonly locale: Locale; readonly at: Instant }

/**
 * Why the founders' numbers cannot stand in a charter of this federation, with the limit they pass as their reader
 * writes it, and beside which field to say so.
 */
export async function whyNot(before: DraftData, after: DraftData, { locale, at }: Moment) {
  const { currency } = landOf(after)
  const floors = await readFloors(currency, at)
  const reader = { floors, currency, locale: formatLocale(locale) }
  const [was, will] = [charterOf(before), charterOf(after)]
  const amendments = [
    { clause: 'split', terms: will.split },
    { clause: 'floor', terms: will.floor },
    { clause: 'cancellation', terms: will.cancellation },
  ] as const
  for (const amendment of amendments) {
    const refusal = refusalOf(was, amendment, floors)
    const { clause } = amendment
    if (refusal && refusal !== 'nothing-changes')
      return { field: FIELDS[clause], refusal: withLimit(refusal, { ...reader, clause }) }
  }
  return undefined
}

/** Where a hundred would go by a charter. */
export async function hundred(charter: Charter, currency: string, at: Instant) {
  const { now } = await readTermsHistory(at)
  const total = money(10_000n, currency)
  const line = {
    kind: 'commissionable' as const,
    key: 'base',
    label: '',
    quantity: 1,
    amount: total,
  }
  const rule = { workersBp: charter.split.workersBp, federationBp: now.feeBp }
  return sharedOut({ lines: [line], total, workMinutes: 60, stayMinutes: 60 }, rule)
}
