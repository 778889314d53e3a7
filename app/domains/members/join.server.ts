import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNull, lte } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import {
  type ClassId,
  type InvitationId,
  type MemberId,
  newId,
  type PersonId,
} from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { invitations, memberClasses, members, type Office, offices } from '#db/schema/members.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** Adds the class in which every member of a worker co-op starts: one member, one vote. */
export async function addFirstClass(db: TenantDb, name: string): Promise<ClassId> {
  const id = newId<ClassId>()
  await db.insert(memberClasses).values({ tenantId: db.tenant, id, key: 'workers', name })
  return id
}

export type NewMember = {
  readonly person: PersonId
  readonly name: string
  readonly email: string
  readonly locale: Locale
  readonly class: ClassId
  readonly about?: string
  readonly at: Instant
}

/** Makes a person a member. Returns the existing member when they are one already. */
export async function addMember(db: TenantDb, member: NewMember): Promise<MemberId> {
  const id = newId<MemberId>()
  const [added] = await db
    .insert(members)
    .values({
      tenantId: db.tenant,
      id,
      personId: member.person,
      classId: member.class,
      displayName: member.name,
      email: member.email,
      locale: member.locale,
      about: member.about ?? '',
      feedToken: randomBytes(24).toString('base64url'),
      joinedAt: member.at,
    })
    .onConflictDoNothing()
    .returning({ id: members.id })
  if (added) return added.id
  const [existing] = await db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.tenantId, db.tenant), eq(members.personId, member.person)))
  if (!existing) throw new Error('A member who is there and is not.')
  return existing.id
}

export async function grantOffice(
  db: TenantDb,
  member: MemberId,
  office: Office,
  since: Instant,
): Promise<void> {
  await db
    .insert(offices)
    .values({ tenantId: db.tenant, memberId: member, office, since })
    .onConflictDoNothing()
}

const INVITATION_DAYS = 14

export type NewInvitation = {
  readonly email: string
  readonly class: ClassId
  readonly by: MemberId
  readonly founding: boolean
  readonly at: Instant
}

/**
 * Adds an invitation and returns the code for its mail; undefined when the address has an open invitation. An expired
 * invitation is withdrawn first.
 */
export async function addInvitation(
  db: TenantDb,
  { email, class: classId, by, founding, at }: NewInvitation,
): Promise<string | undefined> {
  const code = randomBytes(24).toString('base64url')
  await db
    .update(invitations)
    .set({ withdrawnAt: at })
    .where(
      and(
        eq(invitations.tenantId, db.tenant),
        eq(invitations.email, email),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
        lte(invitations.expiresAt, at),
      ),
    )
  const [inserted] = await db
    .insert(invitations)
    .values({
      tenantId: db.tenant,
      id: newId<InvitationId>(),
      email,
      classId,
      founding,
      tokenHash: hashOf(code),
      invitedBy: by,
      createdAt: at,
      expiresAt: at.add({ hours: 24 * INVITATION_DAYS }),
    })
    .onConflictDoNothing()
    .returning({ id: invitations.id })
  return inserted && code
}

/** Returns the invitation with this code while it can be accepted. */
export async function openInvitation(db: TenantDb, code: string, at: Instant) {
  const [invitation] = await db
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.tenantId, db.tenant),
        eq(invitations.tokenHash, hashOf(code)),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
        gt(invitations.expiresAt, at),
      ),
    )
  return invitation
}

/** Closes an invitation by accepting or withdrawing it. Returns false when it was closed already. */
export async function closeInvitation(
  db: TenantDb,
  id: InvitationId,
  closing: { acceptedAt: Instant } | { withdrawnAt: Instant },
): Promise<boolean> {
  const closed = await db
    .update(invitations)
    .set(closing)
    .where(
      and(
        eq(invitations.tenantId, db.tenant),
        eq(invitations.id, id),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
    .returning({ id: invitations.id })
  return closed.length > 0
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}
