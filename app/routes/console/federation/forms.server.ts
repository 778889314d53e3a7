import { z } from 'zod'
import type { DoorId, PersonId } from '#app/kernel/ids.ts'
import {
  amount,
  chosenSlug,
  email,
  line,
  oneOf,
  outOfRange,
  percent,
  sentId,
  sentText,
  wholeNumber,
} from '#app/request/form-fields.server.ts'
import { COUNTRIES } from '#tenants/countries.ts'

export const viewForm = z.object({
  act: oneOf(['keep', 'forget']),
  name: line(60),
  query: sentText(500),
})

export const stateForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('suspend'), reason: line(500) }),
  z.object({ act: z.literal('restore') }),
])

export const peopleForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('admin-in'), email, sure: sentText(2000) }),
  z.object({ act: z.literal('admin-out'), id: sentId<PersonId>() }),
  z.object({ act: z.literal('delegate-in'), coOp: chosenSlug, delegate: email }),
  z.object({ act: z.literal('delegate-out'), coOp: chosenSlug, id: sentId<PersonId>() }),
  z.object({ act: z.literal('lock'), id: sentId<PersonId>() }),
  z.object({ act: z.literal('unlock'), id: sentId<PersonId>() }),
])

export const FLOOR_CURRENCIES = [...new Set(COUNTRIES.map(({ currency }) => currency))]

export const termsForm = z.object({
  fee: percent.refine((bp) => bp <= 2000, outOfRange(0, 20)),
  workers: percent,
  reason: line(500),
  from: sentText(40),
  sure: sentText(2000),
  ...Object.fromEntries(
    FLOOR_CURRENCIES.map((currency) => [`floor-${currency}`, amount(currency)]),
  ),
})

export const doorsForm = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('ask'),
    coOp: chosenSlug,
    reason: line(500),
    minutes: wholeNumber(15, 1440),
  }),
  z.object({ act: z.literal('withdraw'), door: sentId<DoorId>() }),
])
