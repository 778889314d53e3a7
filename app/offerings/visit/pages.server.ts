import { readDay, readMoment } from '#app/kernel/dates.ts'
import { type Instant, Temporal } from '#app/kernel/clock.ts'
import { translator } from '#app/locales/translate.ts'
import { line, optionalLine, paragraph } from '#app/request/form.server.ts'
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
import type { SlotRefusal } from './slots.server.ts'
import { pricesOf } from './prices.ts'
import type { ShownTimes } from './times.tsx'
import type { VisitChoices } from './visit.ts'

/** How many days are shown at once, and how many days ahead the first of them may be. */
const SHOWN_DAYS = 5
const MAX_DAYS_AHEAD = 180

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
  const today = at.toZonedDateTimeISO(tenant.timeZone).toPlainDate()
  const requested = readDay(query.get('from')) ?? today
  const from =
    Temporal.PlainDate.compare(requested, today) < 0 ||
    Temporal.PlainDate.compare(requested, today.add({ days: MAX_DAYS_AHEAD })) > 0
      ? today
      : requested
  const visit = { teamSize: fields.teamSize, stayMinutes: quote.lasts ?? 0, at, without }
  const { days, slot, refusal } = await timesFor(tenant, { ...visit, from }, query)
  return {
    shown: { ...prices, ...shownTimes(from, today, days) },
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
  const shownDays = days.map(({ date, slots }) => ({
    date,
    slots: slots.filter((_, index) => index % 2 === 0 || slots.length < 14),
  }))
  if (start && !refusal) return { days: shownDays, slot: start.toString() }
  const missing = query.get('missing') === 'slot'
  if (!requested)
    return { days: shownDays, slot: '', ...(missing ? { refusal: 'visit:when.missing' } : {}) }
  return { days: shownDays, slot: '', refusal: `refusals:${refusal ?? 'slot-not-offered'}` }
}

function shownTimes(
  from: Temporal.PlainDate,
  today: Temporal.PlainDate,
  days: readonly Day[],
): ShownTimes {
  const isLater = Temporal.PlainDate.compare(from, today) > 0
  return {
    from: from.toString(),
    days: days.map(({ date, slots }) => ({
      date,
      slots: slots.map(({ start, open }) => ({ start: start.toString(), open })),
    })),
    later: from.add({ days: SHOWN_DAYS }).toString(),
    earlier: isLater ? from.subtract({ days: SHOWN_DAYS }).toString() : null,
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

async function timesToMove(
  tenant: Tenant,
  { own, start, end, from: requested, at }: TimesQuery,
): Promise<ShownTimes> {
  const dayOf = (moment: Instant) => moment.toZonedDateTimeISO(tenant.timeZone).toPlainDate()
  const today = dayOf(at)
  const from = readDay(requested) ?? later(today, dayOf(start))
  const stayMinutes = Math.round((end.epochMilliseconds - start.epochMilliseconds) / 60_000)
  const { teamSize } = own as VisitFacts
  const query = { from, days: SHOWN_DAYS, teamSize, stayMinutes, at }
  const days = await inTenant(tenant.id, (db) => openTimes(db, tenant, query), { readOnly: true })
  return shownTimes(from, today, days)
}
