import { owner } from '#db/testing/database.ts'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRightsRefusal } from '#app/domains/members/may.ts'
import { publishedListings } from '#app/domains/offerings/find-listing.server.ts'
import { activeMembers } from '#app/domains/members/members.server.ts'
import { requestSupportDoor } from '#app/flows/federation/support-door.server.ts'
import { recordException } from '#app/flows/jobs/save-hours.server.ts'
import { inviteMember } from '#app/flows/members/invite-member.server.ts'
import { addListingPhoto } from '#app/flows/offerings/manage-listings.server.ts'
import {
  createOpenCoOp,
  createPaidOrder,
  createPerson,
  monday as at,
  stopProcessors,
} from '#app/flows/testing/co-op.ts'
import { createProposal } from '#app/flows/testing/decision.ts'
import { MEMBER_ACTS, OFFICER_ACTS, type ActFixture } from '#app/flows/testing/member-acts.ts'
import type { DoorId, FileId, InvitationId, MemberId } from '#app/kernel/ids.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { calledByOffice, memberActs, sources } from '../../../lint/member-acts.ts'

afterAll(stopProcessors)

const ALL_ACTS = Object.entries({ ...MEMBER_ACTS, ...OFFICER_ACTS })

let fixture: ActFixture
const members: Record<string, { id: MemberId; name: string }> = {}

beforeAll(async () => {
  const { tenant } = await createOpenCoOp('Amina', 'Lena', 'Rosa', 'Sam')
  for (const { id, displayName } of await inTenant(tenant.id, activeMembers))
    members[displayName] = { id, name: displayName }
  const other = await createOpenCoOp('Bruno')
  members['Bruno'] = { id: other.members[0]!, name: 'Bruno' }
  fixture = await createFixture(tenant)
  await owner`update members set state = 'suspended' where id = ${members['Sam']!.id}`
  await owner`update members set state = 'left' where id = ${members['Lena']!.id}`
  await owner`insert into offices (tenant_id, member_id, office, since)
    select tenant_id, id, 'steward', joined_at from members
    where id in (${members['Sam']!.id}, ${members['Lena']!.id})`
}, 120_000)

/** Creates one row of everything that an act is about, while all members are active. */
async function createFixture(tenant: ActFixture['tenant']): Promise<ActFixture> {
  const amina = members['Amina']!
  const [listing] = await inTenant(tenant.id, publishedListings)
  if (!listing) throw new Error('no listing')
  const order = await createPaidOrder(tenant)
  await order.record()
  const proposal = await createProposal(tenant, amina.id, {
    amendment: { clause: 'split', terms: { workersBp: 9400 } },
  })
  const dayOff = {
    date: '2026-12-02',
    kind: 'off' as const,
    note: '',
    fromMinute: 0,
    untilMinute: 60,
  }
  await recordException(tenant.id, { member: amina.id, by: amina, ...dayOff })
  await inviteMember(tenant, { email: 'new@example.com', by: amina, at })
  const nadia = await createPerson('Nadia')
  await requestSupportDoor({ slug: tenant.slug, reason: 'A', minutes: 60, by: nadia, at })
  const storage = {
    put: () => Promise.resolve(),
    get: () => Promise.resolve(undefined),
    remove: () => Promise.resolve(),
  }
  const picture = {
    sizes: [{ width: 400, webp: new Uint8Array([1]) }],
    width: 300,
    height: 300,
    thumbhash: 'a',
  }
  const photo = { listing: listing.id, picture, alt: 'A', by: amina, at }
  await addListingPhoto(storage, tenant.id, photo)
  const [ids] = await owner<
    { door: DoorId; invitation: InvitationId; exception: string; file: FileId }[]
  >`select
      (select id from support_doors where tenant_id = ${tenant.id}) as door,
      (select id from invitations where tenant_id = ${tenant.id}) as invitation,
      (select id from availability_exceptions where tenant_id = ${tenant.id}) as exception,
      (select file_id from listing_photos where tenant_id = ${tenant.id}) as file`
  if (!ids) throw new Error('nothing')
  return { tenant, listing: listing.id, fields: listing.fields, order: order.id, proposal, ...ids }
}

/** Calculates a fingerprint of every row of every table. */
async function fingerprintDatabase(): Promise<string> {
  const tables = await owner<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`
  expect(tables.length).toBeGreaterThan(30)
  const sums = tables.map(
    ({ name }) =>
      `select '${name}' as name, coalesce(md5(string_agg(r::text, '' order by r::text)), '') as sum from ${name} r`,
  )
  const rows = await owner.unsafe(sums.join(' union all '))
  return JSON.stringify(rows.map(({ name, sum }) => [String(name), String(sum)]).toSorted())
}

describe.each([
  ['a suspended member', 'Sam', 'member-suspended', ALL_ACTS],
  ['a member who has left', 'Lena', 'member-left', ALL_ACTS],
  ['a member of another co-op', 'Bruno', 'not-a-member-here', ALL_ACTS],
  ['a member without an office', 'Rosa', 'not-allowed', Object.entries(OFFICER_ACTS)],
] as const)('%s', (_, name, refusal, acts) => {
  test.each(acts)('is refused by %s with that reason, and nothing changes', async (_act, act) => {
    const before = await fingerprintDatabase()
    expect(await act(fixture, members[name]!)).toEqual({ ok: false, refusal })
    expect(await fingerprintDatabase()).toBe(before)
  })
})

test('only a steward edits the hours of other members', async () => {
  const [rosa, amina] = [members['Rosa']!, members['Amina']!]
  const recordDayOff = (by: typeof rosa, member: MemberId) =>
    recordException(fixture.tenant.id, {
      member,
      by,
      date: '2026-12-20',
      kind: 'off',
      note: '',
      fromMinute: 0,
      untilMinute: 60,
    })
  expect(await recordDayOff(rosa, amina.id)).toEqual({ ok: false, refusal: 'not-allowed' })
  expect((await recordDayOff(amina, rosa.id)).ok).toBe(true)
})

test('a member with all rights is not refused for missing rights by any act', async () => {
  const amina = members['Amina']!
  const refusedActs = []
  for (const [name, act] of ALL_ACTS) {
    const outcome = await act(fixture, amina)
    if (!outcome.ok && isRightsRefusal(outcome.refusal)) refusedActs.push(name)
  }
  expect(refusedActs).toEqual([])
})

test('every act of a member is in the table', () => {
  const office = calledByOffice()
  const known = sources('app/flows', /\.server\.ts$/)
    .flatMap((path) => memberActs(readFileSync(path, 'utf8'), office))
    .map(({ name }) => name)
    .filter((name) => name !== 'joinCoOp')
  expect(ALL_ACTS.map(([name]) => name).toSorted()).toEqual(known.toSorted())
})
