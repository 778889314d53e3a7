import type { AuditAct } from '#app/domains/federation/audit.ts'
import { recordAudit } from '#app/domains/federation/audit.server.ts'
import {
  answerDoor,
  requestDoor,
  type Door,
  doorById,
  openDoorFor,
  findRepeatedRequest,
  closeDoor,
  retractDoor,
} from '#app/domains/federation/doors.server.ts'
import { personById } from '#app/domains/accounts/people.server.ts'
import { promiseMail } from '#app/domains/mail/promise-mail.server.ts'
import { mailMembers } from '#app/flows/mail/mail-members.server.ts'
import { type ActivityAct, recordActivity } from '#app/domains/members/activity.server.ts'
import { denialOf, type Denial } from '#app/domains/members/actor.server.ts'
import { mayAnswerDoor, type RightsRefusal } from '#app/domains/members/may.ts'
import { officeHolders } from '#app/domains/members/members.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { DoorId, MemberId, PersonId, TenantId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { SupportPage } from '#app/rules/federation/support-pages.ts'
import { readSupportView, type SupportView } from '#app/rules/federation/support-view.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { tenantById, tenantBySlug, type Tenant } from '#tenants/directory.server.ts'
import { enterTenant, type FederationDb, inFederation, leaveTenant } from '#tenants/scope.server.ts'

type DoorRequest = {
  readonly slug: string
  readonly reason: string
  readonly minutes: number
  readonly by: Actor<PersonId>
  readonly at: Instant
}

/** Asks a co-op's stewards to let one admin look in, for a reason and a time. */
export function requestSupportDoor(asked: DoorRequest): Promise<Outcome<DoorId, 'not-found'>> {
  const { slug, reason, minutes, by, at } = asked
  return inFederation(async (db) => {
    const tenant = await tenantBySlug(db, slug)
    if (!tenant) return refused('not-found')
    const wanted = { tenant: tenant.id, admin: by, reason, minutes, at }
    const before = await findRepeatedRequest(db, wanted)
    if (before) return done(before)
    const door = await requestDoor(db, wanted)
    await recordInBothLogs(db, tenant, { act: 'door-asked', actor: by, detail: { reason }, at })
    const own = await enterTenant(db, tenant.id)
    await mailMembers(own, await officeHolders(own, 'steward'), {
      template: 'door-asked',
      data: { by: by.name, coOp: tenant.name, reason, minutes, path: pathTo('/office/doors') },
      at,
    })
    await leaveTenant(own)
    return done(door)
  })
}

/** Takes a request back that nobody has answered yet. Only the admin who asked can, and both sides can read it. */
export function withdrawDoor(
  door: DoorId,
  { by, at }: Pick<DoorRequest, 'by' | 'at'>,
): Promise<Outcome<null, 'door-answered'>> {
  return inFederation(async (db) => {
    const back = await retractDoor(db, door, { admin: by.id, at })
    const tenant = back && (await tenantById(db, back.tenantId))
    if (!tenant) return refused('door-answered')
    await recordInBothLogs(db, tenant, { act: 'door-withdrawn', actor: by, at })
    return done(null)
  })
}

/** Says why a member may not answer for their co-op, at the moment they do. */
async function answerDenial(
  db: FederationDb,
  tenant: TenantId,
  member: MemberId,
): Promise<Denial | undefined> {
  const coOp = await enterTenant(db, tenant)
  const denial = await denialOf(coOp, member, mayAnswerDoor)
  await leaveTenant(coOp)
  return denial
}

type Answering = {
  readonly door: DoorId
  readonly open: boolean
  readonly by: Actor<MemberId>
  readonly at: Instant
}

/** A steward opens a door, or refuses it. Of two stewards at once one is heard, and the other reads the state. */
export function answerForDoor(
  { id: tenant }: Tenant,
  { door, open, by, at }: Answering,
): Promise<Outcome<null, 'door-answered' | RightsRefusal>> {
  return inFederation(async (db) => {
    const denial = await answerDenial(db, tenant, by.id)
    if (denial) return denial
    const answered = await answerDoor(db, { door, tenant, open, by: by.name, at })
    const own = answered && (await tenantById(db, tenant))
    if (!answered || !own) return refused('door-answered')
    const act = open ? 'door-opened' : 'door-refused'
    await recordInBothLogs(db, own, { act, actor: { id: null, name: by.name }, member: by.id, at })
    await notifyAdmin(db, own, { door: answered, template: act, at })
    if (answered.expiresAt)
      await promiseTask(
        db,
        { task: 'close-door', payload: { door } },
        { runAt: answered.expiresAt.add({ seconds: 1 }), key: `door:${door}` },
      )
    return done(null)
  })
}

/** A steward shuts a door before its time. */
export function closeOwnDoor(
  { id: tenant }: Tenant,
  { door, by, at }: Omit<Answering, 'open'>,
): Promise<Outcome<null, 'door-answered' | RightsRefusal>> {
  return inFederation(async (db) => {
    const denial = await answerDenial(db, tenant, by.id)
    if (denial) return denial
    const known = await doorById(db, door)
    const shut = known?.tenantId === tenant ? await closeDoor(db, door, { at }) : undefined
    const own = shut && (await tenantById(db, tenant))
    if (!shut || !own) return refused('door-answered')
    await recordInBothLogs(db, own, {
      act: 'door-closed',
      actor: { id: null, name: by.name },
      member: by.id,
      at,
    })
    await notifyAdmin(db, own, { door: shut, template: 'door-closed', at })
    return done(null)
  })
}

/** A door's time is over: it shuts by itself, and both sides can read when. */
export function closeExpiredDoor(door: DoorId, at: Instant): Promise<void> {
  return inFederation(async (db) => {
    const shut = await closeDoor(db, door, { at, expired: true })
    const tenant = shut && (await tenantById(db, shut.tenantId))
    if (!tenant) return
    const actor = { id: shut.adminId, name: shut.adminName }
    await recordInBothLogs(db, tenant, { act: 'door-closed', actor, at })
    await notifyAdmin(db, tenant, { door: shut, template: 'door-closed', at })
  })
}

type Looking = {
  readonly door: DoorId
  readonly page: SupportPage
  readonly by: Actor<PersonId>
  readonly at: Instant
}

/**
 * An admin looks at one page of a co-op through an open door. The look is written into both logs in the transaction
 * that reads: a look that cannot be logged does not happen.
 */
export function viewThroughDoor({
  door,
  page,
  by,
  at,
}: Looking): Promise<
  Outcome<{ readonly door: Door; readonly tenant: Tenant; readonly seen: SupportView }, 'door-shut'>
> {
  return inFederation(async (db) => {
    const open = await openDoorFor(db, door, { admin: by.id, at })
    const tenant = open && (await tenantById(db, open.tenantId))
    if (!open || !tenant) return refused('door-shut')
    await recordInBothLogs(db, tenant, { act: 'door-looked', actor: by, detail: { page }, at })
    const own = await enterTenant(db, tenant.id)
    const seen = await readSupportView(own, page, at)
    await leaveTenant(own)
    return done({ door: open, tenant, seen })
  })
}

type Noted = {
  readonly act: AuditAct & ActivityAct
  readonly actor: Actor<PersonId | null>
  readonly member?: MemberId
  readonly detail?: Record<string, unknown>
  readonly at: Instant
}

/** One act, in the federation's log and in the co-op's. */
async function recordInBothLogs(
  db: FederationDb,
  { id, slug }: Pick<Tenant, 'id' | 'slug'>,
  { act, actor, member, detail = {}, at }: Noted,
): Promise<void> {
  await recordAudit(db, { act, actor, tenant: id, detail: { slug, ...detail }, at })
  const own = await enterTenant(db, id)
  const by = member ? { member } : {}
  await recordActivity(own, { act, actor: actor.name, ...by, detail, at })
  await leaveTenant(own)
}

type DoorNews = {
  readonly door: Door
  readonly template: 'door-opened' | 'door-refused' | 'door-closed'
  readonly at: Instant
}

async function notifyAdmin(
  db: FederationDb,
  { name }: Tenant,
  { door, template, at }: DoorNews,
): Promise<void> {
  const admin = await personById(db, door.adminId)
  if (!admin) return
  await promiseMail(db, {
    template,
    to: { email: admin.email, name: admin.name, locale: admin.locale },
    data: { coOp: name, path: pathTo('/console/doors/:id', { id: door.id }) },
    at,
  })
}
