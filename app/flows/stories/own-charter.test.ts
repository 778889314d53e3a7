import '#db/testing/database.ts'
import { expect, test } from 'vitest'
import { addMember } from '#app/domains/members/join.server.ts'
import { activeMembers } from '#app/domains/members/members.server.ts'
import { foundCoOp } from '#app/flows/founding/found-co-op.server.ts'
import { ratifyCharter } from '#app/flows/members/join-co-op.server.ts'
import { createOpenCoOp, createPerson, monday as at } from '#app/flows/testing/co-op.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { ratificationOf, readOwnCharter } from '#app/reads/charter/charter-page.server.ts'

test('a founder reads whether they have agreed, and which members have not', async () => {
  const founder = await createPerson('Fiona')
  const founded = await foundCoOp({
    slug: `c${founder.id.replaceAll('-', '').slice(-12)}`,
    name: 'Tidy Hands',
    city: 'Bristol',
    country: 'GB',
    locale: 'en',
    currency: 'GBP',
    timeZone: 'Europe/London',
    blueprint: 'home-services',
    colour: '#25358a',
    colour2: '#f2b13c',
    founder,
    invited: [],
    at,
  })
  if (!founded.ok) throw new Error(founded.refusal)
  const tenant = founded.value
  const gus = await createPerson('Gus')
  const member = await inTenant(tenant.id, async (db) => {
    const [first] = await activeMembers(db)
    if (!first) throw new Error('nobody')
    return addMember(db, { person: gus.id, ...gus, class: first.classId, at })
  })
  const readRatification = () =>
    inTenant(tenant.id, (db) => ratificationOf(db, member), { readOnly: true })
  expect(await readRatification()).toEqual({ mine: false, others: ['Fiona'] })
  await ratifyCharter(tenant, { member, name: 'Gus', at })
  expect(await readRatification()).toEqual({ mine: true, others: ['Fiona'] })
})

test('a member of an open co-op reads the version in force, and which version they agreed to and when', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const newPerson = await createPerson('Late')
  const joined = at.add({ hours: 24 })
  const newcomer = await inTenant(tenant.id, async (db) => {
    const [first] = await activeMembers(db)
    if (!first) throw new Error('nobody')
    return addMember(db, { person: newPerson.id, ...newPerson, class: first.classId, at: joined })
  })
  expect(await readOwnCharter(tenant, members[0]!)).toMatchObject({
    version: 1,
    mine: { version: 1, at: at.toString() },
  })
  expect(await readOwnCharter(tenant, newcomer)).toMatchObject({
    mine: null,
    joined: joined.toString(),
  })
})
