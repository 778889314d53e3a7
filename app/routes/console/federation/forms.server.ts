import { z } from 'zod'
import {
  amount,
  email,
  line,
  oneOf,
  outOfRange,
  percent,
  wholeNumber,
} from '#app/request/form.server.ts'
import { COUNTRIES } from '#tenants/countries.ts'

export const viewForm = z.object({
  act: oneOf(['keep', 'forget']),
  name: line(60),
  query: z.string().max(500).default(''),
})

export const stateForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('suspend'), reason: line(500) }),
  z.object({ act: z.literal('restore') }),
])

export const peopleForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('admin-in'), email, sure: z.string().default('') }),
  z.object({ act: z.literal('admin-out'), id: z.string() }),
  z.object({ act: z.literal('delegate-in'), coOp: z.string().max(40), delegate: email }),
  z.object({ act: z.literal('delegate-out'), coOp: z.string().max(40), id: z.string() }),
  z.object({ act: z.literal('lock'), id: z.string() }),
  z.object({ act: z.literal('unlock'), id: z.string() }),
])

export const FLOOR_CURRENCIES = [...new Set(COUNTRIES.map(({ currency }) => currency))]

export const termsForm = z.object({
  fee: percent.refine((bp) => bp <= 2000, outOfRange(0, 20)),
  workers: percent,
  reason: line(500),
  from: z.string().default(''),
  sure: z.string().default(''),
  ...Object.fromEntries(
    FLOOR_CURRENCIES.map((currency) => [`floor-${currency}`, amount(currency)]),
  ),
})

export const doorsForm = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('ask'),
    coOp: z.string().max(40),
    reason: line(500),
    minutes: wholeNumber(15, 1440),
  }),
  z.object({ act: z.literal('withdraw'), door: z.string() }),
])
