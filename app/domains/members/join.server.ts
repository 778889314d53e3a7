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

/** Makes the class that every member of a worker co-op starts in: one member, one vote. */
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

/** Makes a person a member. Somebody who is one already stays the member they are. */
export async function join(db: TenantDb, asked: NewMember): Promise<MemberId> {
  const id = newId<MemberId>()
  const [added] = await db
    .insert(members)
    .values({
      tenantId: db.tenant,
      id,
      personId: asked.person,
      classId: asked.class,
      displayName: asked.name,
      email: asked.email,
      locale: asked.locale,
      about: asked.about ?? '',
      feedToken: randomBytes(24).toString('base64url'),
      joinedAt: asked.at,
    })
    .onConflictDoNothing()
    .returning({ id: members.id })
  if (added) return added.id
  const [known] = await db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.tenantId, db.tenant), eq(members.personId, asked.person)))
  if (!known) throw new Error('A member who is there and is not.')
  return known.id
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

export type Invited = {
  readonly email: string
  readonly class: ClassId
  readonly by: MemberId
  readonly founding: boolean
  readonly at: Instant
}

/** Invites an address, and gives the code for its mail; undefined when it is invited already. One that is too old is no hindrance. */
export async function invite(
  db: TenantDb,
  { email, class: classId, by, founding, at }: Invited,
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
  const [made] = await db
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
  return made && code
}

/** The invitation behind a code, while it may still be accepted. */
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

/** Whether the invitation was open until now: it is closed once, by being accepted or being taken back. */
export async function closeInvitation(
  db: TenantDb,
  id: InvitationId,
  how: { acceptedAt: Instant } | { withdrawnAt: Instant },
): Promise<boolean> {
  const closed = await db
    .update(invitations)
    .set(how)
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
