import { z } from 'zod'
import { COUNTRIES } from '#tenants/countries.ts'
import { oneOf } from './form-fields.server.ts'

const countries = COUNTRIES.map((entry) => entry.country)

/** A country in which a co-op can be founded, by its two-letter code. */
export const country = z
  .string({ message: 'forms:required' })
  .transform((code) => code.trim().toUpperCase())
  .pipe(oneOf(countries as [string, ...string[]]))

/** The largest number of founders, besides the first, who are invited at once. */
export const MAX_FOUNDERS = 20
