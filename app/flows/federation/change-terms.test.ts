import { owner } from '#db/testing/database.ts'
import { expect, test } from 'vitest'
import { CLAUSES } from '#app/domains/charter/clauses.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { readPublicTerms, readTermsHistory } from '#app/reads/federation/federation-terms.server.ts'
import { changeTerms } from './change-terms.server.ts'
import { createOpenCoOp, createPerson, monday } from '#app/flows/testing/co-op.ts'

const YEAR_HOURS = 24 * 365
const farDay = (number: number) => monday.add({ hours: 70 * YEAR_HOURS + 24 * number })
const buildTerms = (feeBp: number, from: Instant) => ({
  feeBp,
  workersFloorBp: 8000,
  hourlyFloors: { GBP: 1221 },
  reason: `${feeBp} from ${from}`,
  from,
})

test('the letter about terms compares them with the terms that they replace, also when those are not in force yet', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const by = await createPerson('Nadia')
  for (const request of [buildTerms(150, farDay(1)), buildTerms(100, farDay(2))])
    expect((await changeTerms(request, { by, at: monday })).ok).toBe(true)
  expect((await readTermsHistory(farDay(1))).now.feeBp).toBe(150)
  const letters = await owner`select data from mails
    where tenant_id = ${tenant.id} and template = 'terms-changed' order by (data->>'fee')::numeric`
  expect(letters.map(({ data }) => [data.feeBefore, data.fee])).toContainEqual([1.5, 1])
})

test('upcoming terms are shown with their first day, except those that later decided terms replace', async () => {
  const by = await createPerson('Nadia')
  const decided = [
    buildTerms(110, farDay(12)),
    buildTerms(120, farDay(11)),
    buildTerms(130, farDay(13)),
  ]
  for (const request of decided) await changeTerms(request, { by, at: monday })
  const readUpcoming = async (at: Instant) =>
    (await readPublicTerms(at)).upcoming
      .filter(({ feeBp }) => [110, 120, 130].includes(feeBp))
      .map(({ feeBp, from }) => [feeBp, from])
  expect(await readUpcoming(monday)).toEqual([
    [120, farDay(11).toString()],
    [130, farDay(13).toString()],
  ])
  expect(await readUpcoming(farDay(11))).toEqual([[130, farDay(13).toString()]])
  expect((await readPublicTerms(farDay(12))).now.feeBp).toBe(120)
})

test('a floor above what a charter can promise is refused', async () => {
  const actorAndTime = { by: await createPerson('Nadia'), at: monday }
  const floorTerms = (minor: number) => ({
    ...buildTerms(100, farDay(20)),
    hourlyFloors: { GBP: minor },
  })
  expect(
    await changeTerms(floorTerms(CLAUSES.floor.terms.hourlyMinor.max + 1), actorAndTime),
  ).toMatchObject({
    refusal: 'terms-floor-too-high',
  })
  expect(
    (await changeTerms(floorTerms(CLAUSES.floor.terms.hourlyMinor.max), actorAndTime)).ok,
  ).toBe(true)
})
