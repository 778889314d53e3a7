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

/**
 * Asks a co-op's stewards to open a support door for one admin, with a reason and a duration in minutes. It records the
 * request in both logs and mails the stewards. A repeated request returns the door of the first.
 */
export function requestSupportDoor(request: DoorRequest): Promise<Outcome<DoorId, 'not-found'>> {
  const { slug, reason, minutes, by, at } = request
  return inFederation(async (db) => {
    const tenant = await tenantBySlug(db, slug)
    if (!tenant) return refused('not-found')
    const doorRequest = { tenant: tenant.id, admin: by, reason, minutes, at }
    const before = await findRepeatedRequest(db, doorRequest)
    if (before) return done(before)
    const door = await requestDoor(db, doorRequest)
    await recordInBothLogs(db, tenant, { act: 'door-asked', actor: by, detail: { reason }, at })
    const coOp = await enterTenant(db, tenant.id)
    await mailMembers(coOp, await officeHolders(coOp, 'steward'), {
      template: 'door-asked',
      data: { by: by.name, coOp: tenant.name, reason, minutes, path: pathTo('/office/doors') },
      at,
    })
    await leaveTenant(coOp)
    return done(door)
  })
}

/** Withdraws an unanswered request and records that in both logs. Only the requesting admin can withdraw it. */
export function withdrawDoor(
  door: DoorId,
  { by, at }: Pick<DoorRequest, 'by' | 'at'>,
): Promise<Outcome<null, 'door-answered'>> {
  return inFederation(async (db) => {
    const withdrawn = await retractDoor(db, door, { admin: by.id, at })
    const tenant = withdrawn && (await tenantById(db, withdrawn.tenantId))
    if (!tenant) return refused('door-answered')
    await recordInBothLogs(db, tenant, { act: 'door-withdrawn', actor: by, at })
    return done(null)
  })
}

/** Says why a member may not answer for the co-op. Returns undefined when the member may. */
async function denialOfAnswer(
  db: FederationDb,
  tenant: TenantId,
  member: MemberId,
): Promise<Denial | undefined> {
  const coOp = await enterTenant(db, tenant)
  const denial = await denialOf(coOp, member, mayAnswerDoor)
  await leaveTenant(coOp)
  return denial
}

type DoorAnswer = {
  readonly door: DoorId
  readonly open: boolean
  readonly by: Actor<MemberId>
  readonly at: Instant
}

/**
 * Opens a requested door, or refuses it, in a steward's name. It mails the admin and promises to close an open door in
 * time. Of two simultaneous answers the second one is refused.
 */
export function answerDoorRequest(
  { id: tenant }: Tenant,
  { door, open, by, at }: DoorAnswer,
): Promise<Outcome<null, 'door-answered' | RightsRefusal>> {
  return inFederation(async (db) => {
    const denial = await denialOfAnswer(db, tenant, by.id)
    if (denial) return denial
    const answered = await answerDoor(db, { door, tenant, open, by: by.name, at })
    const coOp = answered && (await tenantById(db, tenant))
    if (!answered || !coOp) return refused('door-answered')
    const act = open ? 'door-opened' : 'door-refused'
    await recordInBothLogs(db, coOp, { act, actor: { id: null, name: by.name }, member: by.id, at })
    await mailAdmin(db, coOp, { door: answered, template: act, at })
    if (answered.expiresAt)
      await promiseTask(
        db,
        { task: 'close-door', payload: { door } },
        { runAt: answered.expiresAt.add({ seconds: 1 }), key: `door:${door}` },
      )
    return done(null)
  })
}

/** Closes an open door before its time, in a steward's name. */
export function closeOwnDoor(
  { id: tenant }: Tenant,
  { door, by, at }: Omit<DoorAnswer, 'open'>,
): Promise<Outcome<null, 'door-answered' | RightsRefusal>> {
  return inFederation(async (db) => {
    const denial = await denialOfAnswer(db, tenant, by.id)
    if (denial) return denial
    const known = await doorById(db, door)
    const closed = known?.tenantId === tenant ? await closeDoor(db, door, { at }) : undefined
    const coOp = closed && (await tenantById(db, tenant))
    if (!closed || !coOp) return refused('door-answered')
    await recordInBothLogs(db, coOp, {
      act: 'door-closed',
      actor: { id: null, name: by.name },
      member: by.id,
      at,
    })
    await mailAdmin(db, coOp, { door: closed, template: 'door-closed', at })
    return done(null)
  })
}

/** Closes a door whose time is over, and records that in both logs. */
export function closeExpiredDoor(door: DoorId, at: Instant): Promise<void> {
  return inFederation(async (db) => {
    const closed = await closeDoor(db, door, { at, expired: true })
    const tenant = closed && (await tenantById(db, closed.tenantId))
    if (!tenant) return
    const actor = { id: closed.adminId, name: closed.adminName }
    await recordInBothLogs(db, tenant, { act: 'door-closed', actor, at })
    await mailAdmin(db, tenant, { door: closed, template: 'door-closed', at })
  })
}

type ViewRequest = {
  readonly door: DoorId
  readonly page: SupportPage
  readonly by: Actor<PersonId>
  readonly at: Instant
}

/**
 * Reads one page of a co-op for an admin through an open door. The view is recorded in both logs in the transaction that
 * reads, so that no view is unrecorded.
 */
export function viewThroughDoor({
  door,
  page,
  by,
  at,
}: ViewRequest): Promise<
  Outcome<{ readonly door: Door; readonly tenant: Tenant; readonly view: SupportView }, 'door-shut'>
> {
  return inFederation(async (db) => {
    const open = await openDoorFor(db, door, { admin: by.id, at })
    const tenant = open && (await tenantById(db, open.tenantId))
    if (!open || !tenant) return refused('door-shut')
    await recordInBothLogs(db, tenant, { act: 'door-looked', actor: by, detail: { page }, at })
    const coOp = await enterTenant(db, tenant.id)
    const view = await readSupportView(coOp, page, at)
    await leaveTenant(coOp)
    return done({ door: open, tenant, view })
  })
}

type LogEntry = {
  readonly act: AuditAct & ActivityAct
  readonly actor: Actor<PersonId | null>
  readonly member?: MemberId
  readonly detail?: Record<string, unknown>
  readonly at: Instant
}

/** Records one act in the federation's log and in the co-op's. */
async function recordInBothLogs(
  db: FederationDb,
  { id, slug }: Pick<Tenant, 'id' | 'slug'>,
  { act, actor, member, detail = {}, at }: LogEntry,
): Promise<void> {
  await recordAudit(db, { act, actor, tenant: id, detail: { slug, ...detail }, at })
  const coOp = await enterTenant(db, id)
  const by = member ? { member } : {}
  await recordActivity(coOp, { act, actor: actor.name, ...by, detail, at })
  await leaveTenant(coOp)
}

type DoorLetter = {
  readonly door: Door
  readonly template: 'door-opened' | 'door-refused' | 'door-closed'
  readonly at: Instant
}

async function mailAdmin(
  db: FederationDb,
  { name }: Tenant,
  { door, template, at }: DoorLetter,
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
