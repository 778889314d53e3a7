import { readDay, readMoment } from '#app/kernel/dates.ts'
import { type Instant, Temporal } from '#app/kernel/clock.ts'
import { translator } from '#app/locales/translate.ts'
import { line, optionalLine, paragraph } from '#app/request/form-fields.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import type {
  ChoosingQuery,
  KindPages,
  ChoosingData,
  TimesQuery,
  AvailabilityQuery,
} from '../pages.ts'
import { readVisitFields } from './fields.ts'
import { readChoices } from './choices.ts'
import type { VisitDetails } from './details.ts'
import type { VisitFacts } from './facts.ts'
import { readListingForm, withRow } from './listing-form.server.ts'
import { cellsOf } from './listing-rows.ts'
import { type Day, openTimes, slotRefusal } from './open-times.server.ts'
import { shownStarts } from './shown-starts.ts'
import type { SlotRefusal } from './slots.server.ts'
import { pricesOf } from './prices.ts'
import type { ShownTimes } from './times.tsx'
import { HORIZON_DAYS, type VisitChoices } from './visit.ts'

/** How many days are shown at once. */
const SHOWN_DAYS = 5

export const pages: KindPages = {
  readListing: (posted, { tenant }) => {
    // Customers read the name of the only tier, so it is written in the co-op's language and not in
    // the member's.
    const plain = translator(tenant.locale, tenant.country)('visit:plain-tier')
    return readListingForm(posted, { currency: tenant.currency, plain })
  },
  pressed: (posted, act) => (act.startsWith('more-') ? withRow(posted, act.slice(5)) : null),
  cells: (fields, currency) => {
    const {
      counters: _,
      tiers: __,
      extras: ___,
      ...cells
    } = cellsOf(readVisitFields(fields), currency)
    return cells
  },
  fieldOf: (refusal) => (refusal === 'team-too-large' ? 'teamSize' : 'basePrice'),
  choices: (query, { fields, ...rest }) =>
    readChoices(query, { fields: readVisitFields(fields), ...rest }),
  choosing: choosingData,
  chosen: (query) => {
    const requested = query.get('slot')
    const slot = readMoment(requested)
    if (slot) return { ok: true, when: slot.toString() }
    const incomplete = new URLSearchParams(query)
    if (!requested) incomplete.set('missing', 'slot')
    return { ok: false, query: incomplete, anchor: '#slot' }
  },
  unavailable,
  details: {
    shape: {
      line1: line(120),
      line2: optionalLine(120),
      city: line(80),
      postcode: line(20),
      notes: paragraph(1000),
    },
    known: ({ city }) => ({ city }),
    of: ({ line1 = '', line2 = '', city = '', postcode = '', notes = '' }, when) => {
      const start = readMoment(when)
      if (!start) throw new RangeError('A visit without its time.')
      return { start, address: { line1, line2, city, postcode }, notes } satisfies VisitDetails
    },
  },
  times: timesToMove,
  readStep: null,
}

async function choosingData(
  tenant: Tenant,
  { fields: stored, choices, quote, query, at, without }: ChoosingQuery,
): Promise<ChoosingData> {
  const fields = readVisitFields(stored)
  const prices = pricesOf(fields, choices as VisitChoices, tenant.currency)
  const range = daysToShow(tenant, at)
  const from = firstDay(range, query.get('from'))
  const visit = { teamSize: fields.teamSize, stayMinutes: quote.lasts ?? 0, at, without }
  const { days, slot, refusal } = await timesFor(tenant, { ...visit, from }, query)
  return {
    shown: { ...prices, ...shownTimes(from, range, { days, chosen: slot }) },
    when: slot,
    errors: refusal ? { slot: refusal } : {},
  }
}

type VisitSpan = {
  readonly teamSize: number
  readonly stayMinutes: number
  readonly at: Instant
  readonly without: AvailabilityQuery['without']
}

/** Returns the times to choose from, and the refusal of the time in the address. */
async function timesFor(
  tenant: Tenant,
  { from, ...visit }: VisitSpan & { readonly from: Temporal.PlainDate },
  query: URLSearchParams,
): Promise<{ days: readonly Day[]; slot: string; refusal?: string }> {
  if (tenant.state !== 'open') return { days: [], slot: '' }
  const requested = query.get('slot')
  const start = readMoment(requested)
  const { days, refusal } = await inTenant(
    tenant.id,
    async (db) => ({
      days: await openTimes(db, tenant, { ...visit, from, days: SHOWN_DAYS }),
      refusal: start ? await slotRefusal(db, tenant, { ...visit, start }) : null,
    }),
    { readOnly: true },
  )
  if (start && !refusal) return { days, slot: start.toString() }
  const missing = query.get('missing') === 'slot'
  if (!requested) return { days, slot: '', ...(missing ? { refusal: 'visit:when.missing' } : {}) }
  return { days, slot: '', refusal: `refusals:${refusal ?? 'slot-not-offered'}` }
}

/** The first days from which times can be shown: today, and the last one that still shows only bookable days. */
type FirstDays = { readonly today: Temporal.PlainDate; readonly last: Temporal.PlainDate }

function daysToShow({ timeZone }: Tenant, at: Instant): FirstDays {
  const dayOf = (moment: Instant) => moment.toZonedDateTimeISO(timeZone).toPlainDate()
  const horizon = dayOf(at.add({ hours: HORIZON_DAYS * 24 }))
  return { today: dayOf(at), last: horizon.subtract({ days: SHOWN_DAYS - 1 }) }
}

/** Returns the first day to show: the requested one, or the nearest to it from which times can be shown. */
function firstDay({ today, last }: FirstDays, requested: string | null, usual = today) {
  return earlier(last, later(today, readDay(requested) ?? usual))
}

function shownTimes(
  from: Temporal.PlainDate,
  { today, last }: FirstDays,
  { days, chosen }: { readonly days: readonly Day[]; readonly chosen: string },
): ShownTimes {
  const isLater = Temporal.PlainDate.compare(from, today) > 0
  const isLast = Temporal.PlainDate.compare(from, last) >= 0
  return {
    from: from.toString(),
    days: days.map(({ date, slots }) => ({
      date,
      slots: shownStarts(slots, chosen).map(({ start, open }) => ({
        start: start.toString(),
        open,
      })),
    })),
    later: isLast ? null : earlier(last, from.add({ days: SHOWN_DAYS })).toString(),
    earlier: isLater ? later(today, from.subtract({ days: SHOWN_DAYS })).toString() : null,
  }
}

async function unavailable(
  tenant: Tenant,
  { fields, quote, when, at, without }: AvailabilityQuery,
): Promise<SlotRefusal | null> {
  const start = readMoment(when)
  if (!start) return 'slot-not-offered'
  const { teamSize } = readVisitFields(fields)
  const chosen = { start, teamSize, stayMinutes: quote.lasts ?? 0, at, without }
  return inTenant(tenant.id, (db) => slotRefusal(db, tenant, chosen), { readOnly: true })
}

/** Returns the later of two days. */
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(a, b) > 0 ? a : b

/** Returns the earlier of two days. */
const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(a, b) < 0 ? a : b

async function timesToMove(
  tenant: Tenant,
  { item, own, start, end, from: requested, at }: TimesQuery,
): Promise<ShownTimes> {
  const range = daysToShow(tenant, at)
  const booked = start.toZonedDateTimeISO(tenant.timeZone).toPlainDate()
  const from = firstDay(range, requested, booked)
  const stayMinutes = Math.round((end.epochMilliseconds - start.epochMilliseconds) / 60_000)
  const { teamSize } = own as VisitFacts
  // The time that the visit has already is free for it.
  const query = { from, days: SHOWN_DAYS, teamSize, stayMinutes, at, without: [item] }
  const days = await inTenant(tenant.id, (db) => openTimes(db, tenant, query), { readOnly: true })
  return shownTimes(from, range, { days, chosen: start.toString() })
}
