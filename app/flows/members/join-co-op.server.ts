import { isWithinBounds } from '#app/domains/charter/amendment.ts'
import { clauseKeys } from '#app/domains/charter/charter.ts'
import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { ratify, membersWhoRatified } from '#app/domains/charter/ratify.server.ts'
import { recordAudit } from '#app/domains/federation/audit.server.ts'
import { openCoOp } from '#app/domains/federation/tenants.server.ts'
import { setWeeklyHours, USUAL_WEEK } from '#app/domains/jobs/weekly-hours.server.ts'
import { promiseMail } from '#app/domains/mail/promise-mail.server.ts'
import { mailMembers } from '#app/flows/mail/mail-members.server.ts'
import { denialOf } from '#app/domains/members/actor.server.ts'
import { closeInvitation, addMember, openInvitation } from '#app/domains/members/join.server.ts'
import { mayRatify, type RightsRefusal } from '#app/domains/members/may.ts'
import { activeMembers, findMember } from '#app/domains/members/members.server.ts'
import { recordActivity } from '#app/domains/members/activity.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { federationFloors } from '#app/rules/federation/federation-floors.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import {
  enterTenant,
  inFederation,
  inTenant,
  leaveTenant,
  advisoryLock,
  touchContent,
} from '#tenants/scope.server.ts'
import type { Founder } from '#app/flows/founding/found-co-op.server.ts'
import { promiseFigures } from '#app/flows/books/promise-figures.server.ts'
import { pathTo } from '#app/site-map/paths.ts'

export type JoinRefusal = 'invitation-useless' | 'invitation-for-another' | 'member-already'

/**
 * Accepts an invitation, once, and makes the person a member. The person needs the invitation's code and an account of
 * the invited address. A forwarded letter admits no other person, because membership brings a vote.
 */
export function joinCoOp(
  tenant: Tenant,
  { code, person, at }: { code: string; person: Founder; at: Instant },
): Promise<Outcome<MemberId, JoinRefusal>> {
  const identity = { person: person.id, email: person.email }
  return inTenant(tenant.id, async (db) => {
    if (await findMember(db, identity)) return refused('member-already')
    const invitation = await openInvitation(db, code, at)
    if (invitation && invitation.email !== person.email) return refused('invitation-for-another')
    // Of two simultaneous attempts, only one closes the invitation.
    if (!invitation || !(await closeInvitation(db, invitation.id, { acceptedAt: at })))
      return refused((await findMember(db, identity)) ? 'member-already' : 'invitation-useless')
    const member = await addMember(db, {
      person: person.id,
      ...person,
      class: invitation.classId,
      at,
    })
    await setWeeklyHours(db, member, USUAL_WEEK)
    await recordActivity(db, { act: 'member-joined', actor: person.name, member, at })
    const data = { coOp: tenant.name, path: pathTo('/office') }
    await promiseMail(db, { template: 'welcome', to: person, data, at })
    await promiseFigures(db)
    await touchContent(db, tenant.id)
    return done(member)
  })
}

/**
 * Records that a founding member agrees to every clause of the charter. When all members have agreed, it opens the co-op
 * and mails all members. It refuses a charter that does not keep the federation's bounds of that day. Returns whether the co-op is open now.
 */
export function ratifyCharter(
  tenant: Tenant,
  { member, name, at }: { member: MemberId; name: string; at: Instant },
): Promise<Outcome<{ readonly open: boolean }, RightsRefusal | 'charter-out-of-bounds'>> {
  return inFederation(async (federation) => {
    const db = await enterTenant(federation, tenant.id)
    const denial = await denialOf(db, member, mayRatify)
    if (denial) return denial
    if (tenant.state !== 'founding') return done({ open: tenant.state === 'open' })
    await advisoryLock(db, 'ratify')
    const { version, charter } = await charterInForce(db)
    const [members, agreed] = [await activeMembers(db), await membersWhoRatified(db, version)]
    const missing = members.filter(({ id }) => !agreed.has(id))
    if (agreed.has(member)) return done({ open: missing.length === 0 })
    const floors = await federationFloors(db, tenant.currency, at)
    if (!isWithinBounds(charter, floors)) return refused('charter-out-of-bounds')
    await ratify(db, { version, clauses: clauseKeys(), member, at })
    await recordActivity(db, { act: 'charter-ratified', actor: name, member, at })
    if (missing.some(({ id }) => id !== member)) return done({ open: false })

    const data = { coOp: tenant.name, path: pathTo('/office') }
    await mailMembers(db, members, { template: 'founding-open', data, at })
    await recordActivity(db, { act: 'doors-opened', actor: name, member, at })
    await touchContent(db, tenant.id)
    const directory = await leaveTenant(db)
    await openCoOp(directory, tenant.id, at)
    await recordAudit(directory, {
      act: 'co-op-opened',
      actor: { id: null, name },
      tenant: tenant.id,
      at,
    })
    return done({ open: true })
  })
}
