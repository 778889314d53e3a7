import { owner } from '#db/testing/database.ts'
import { expect, test } from 'vitest'
import { CLAUSES } from '#app/domains/charter/clauses.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { readPublicTerms, readTermsHistory } from '#app/reads/federation/federation-terms.server.ts'
import { changeTerms } from './change-terms.server.ts'
import { anOpenCoOp, aPerson, monday } from '#app/flows/testing/co-op.ts'

const YEARS = 24 * 365
const day = (number: number) => monday.add({ hours: 70 * YEARS + 24 * number })
const terms = (feeBp: number, from: Instant) => ({
  feeBp,
  workersFloorBp: 8000,
  hourlyFloors: { GBP: 1221 },
  reason: `${feeBp} from ${from}`,
  from,
})

test('terms follow those of their own first day, which may be decided and not yet in force', async () => {
  const { tenant } = await anOpenCoOp('Amina')
  const by = await aPerson('Nadia')
  for (const asked of [terms(150, day(1)), terms(100, day(2))])
    expect((await changeTerms(asked, { by, at: monday })).ok).toBe(true)
  expect((await readTermsHistory(day(1))).now.feeBp).toBe(150)
  const letters = await owner`select data from mails
    where tenant_id = ${tenant.id} and template = 'terms-changed' order by (data->>'fee')::numeric`
  expect(letters.map(({ data }) => [data.feeBefore, data.fee])).toContainEqual([1.5, 1])
})

test('what is decided for later is told with its day, but not what something later overtakes', async () => {
  const by = await aPerson('Nadia')
  const decided = [terms(110, day(12)), terms(120, day(11)), terms(130, day(13))]
  for (const asked of decided) await changeTerms(asked, { by, at: monday })
  const toCome = async (at: Instant) =>
    (await readPublicTerms(at)).upcoming
      .filter(({ feeBp }) => [110, 120, 130].includes(feeBp))
      .map(({ feeBp, from }) => [feeBp, from])
  expect(await toCome(monday)).toEqual([
    [120, day(11).toString()],
    [130, day(13).toString()],
  ])
  expect(await toCome(day(11))).toEqual([[130, day(13).toString()]])
  expect((await readPublicTerms(day(12))).now.feeBp).toBe(120)
})

test('a floor that no charter could ever promise is refused', async () => {
  const when = { by: await aPerson('Nadia'), at: monday }
  const floor = (minor: number) => ({ ...terms(100, day(20)), hourlyFloors: { GBP: minor } })
  expect(await changeTerms(floor(CLAUSES.floor.terms.hourlyMinor.max + 1), when)).toMatchObject({
    refusal: 'terms-floor-too-high',
  })
  expect((await changeTerms(floor(CLAUSES.floor.terms.hourlyMinor.max), when)).ok).toBe(true)
})
