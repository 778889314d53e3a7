import { readDay } from '#app/kernel/dates.ts'
import type { KindPages } from '../../pages.ts'
import type { SeatFields } from './kind.ts'

/** Workshops at the edge: one number to choose, nothing else to say. */
export const pages: KindPages = {
  readListing: (posted) => {
    const typed = Object.fromEntries([...posted].map(([name, value]) => [name, String(value)]))
    const { title = '', summary = '', body = '', date = '' } = typed
    const form = { values: typed, errors: {} }
    if (!readDay(date)) return { ok: false, form: { ...form, errors: { date: 'forms:choose' } } }
    const fields: SeatFields = {
      start: `${date}T10:00:00Z`,
      minutes: Number(typed['minutes']),
      seats: Number(typed['seats']),
      minor: Number(typed['minor']),
      mostMaterialMinor: Number(typed['material']),
    }
    return { ok: true, words: { title, summary, body, fields }, form }
  },
  pressed: () => null,
  cells: (fields) =>
    Object.fromEntries(
      Object.entries(fields as SeatFields).map(([name, value]) => [name, `${value}`]),
    ),
  fieldOf: () => 'minor',
  choices: (query) => {
    const seats = Number(query.get('seats') ?? 1)
    return { choices: { seats }, form: { values: { seats: String(seats) }, errors: {} } }
  },
  choosing: async (_, { fields }) => ({
    shown: null,
    when: (fields as SeatFields).start,
    errors: {},
  }),
  chosen: () => ({ ok: true, when: null }),
  unavailable: async () => null,
  details: { shape: {}, known: () => ({}), of: () => null },
  times: null,
  readStep: (posted, { currency }) => {
    const typed = String(posted.get('materialMinor') ?? '')
    if (/^\d{1,6}$/.test(typed))
      return { ok: true, said: { materialMinor: Number(typed), currency } }
    const form = { values: { materialMinor: typed }, errors: { materialMinor: 'forms:choose' } }
    return { ok: false, form }
  },
}
