import { z } from 'zod'
import { COUNTRIES } from '#tenants/countries.ts'
import { oneOf } from './form.server.ts'

const countries = COUNTRIES.map((land) => land.country)

/** A country in which a co-op can be founded, by its two letters. */
export const country = z
  .string({ message: 'forms:required' })
  .transform((code) => code.trim().toUpperCase())
  .pipe(oneOf(countries as [string, ...string[]]))

/** Founders besides the first who are invited at once. */
export const MOST_FOUNDERS = 20
