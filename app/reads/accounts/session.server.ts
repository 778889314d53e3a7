import { and, eq, gt, isNull } from 'drizzle-orm'
import { shouldProlong } from '#app/domains/accounts/session.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, PersonId, TenantId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { federationAdmins } from '#db/schema/federation.ts'
import { people, sessions } from '#db/schema/accounts.ts'
import { members, offices, type Office } from '#db/schema/members.ts'
import {
  inFederation,
  withTenant,
  type FederationDb,
  type TenantDb,
} from '#tenants/scope.server.ts'

/** A person who is signed in. */
export type Person = {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly verified: boolean
  readonly locale: Locale
  readonly admin: boolean
}

/** Their membership in the co-op of the site. */
export type Member = {
  readonly id: MemberId
  readonly name: string
  readonly state: 'active' | 'suspended' | 'left'
  readonly offices: readonly Office[]
}

type SessionQuery = {
  readonly tokenHash: string
  readonly host: string
  readonly tenant: TenantId | null
  readonly at: Instant
}

/** The person and member of a session. `needsProlonging` is true when this visit should prolong the session. */
export type SessionVisitor = {
  readonly person: Person | null
  readonly member: Member | null
  readonly needsProlonging: boolean
}

/**
 * Reads the person of a session on this host, and their membership in this co-op. A session of another host is not
 * found.
 */
export function readSession({
  tokenHash,
  host,
  tenant,
  at,
}: SessionQuery): Promise<SessionVisitor> {
  return inFederation(
    async (db) => {
      const { person, needsProlonging } = await personOf(db, { tokenHash, host, at })
      if (!person || !tenant) return { person, member: null, needsProlonging }
      const member = await withTenant(db, tenant, (tenantDb) => memberOf(tenantDb, person.id))
      return { person, member, needsProlonging }
    },
    { readOnly: true },
  )
}

async function personOf(
  db: FederationDb,
  { tokenHash, host, at }: Omit<SessionQuery, 'tenant'>,
): Promise<{ person: Person | null; needsProlonging: boolean }> {
  const [row] = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      verifiedAt: people.emailVerifiedAt,
      locale: people.locale,
      admin: federationAdmins.personId,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(federationAdmins, eq(federationAdmins.personId, people.id))
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        eq(sessions.host, host),
        gt(sessions.expiresAt, at),
        gt(sessions.diesAt, at),
        isNull(people.disabledAt),
      ),
    )
  if (!row) return { person: null, needsProlonging: false }
  const { expiresAt, verifiedAt, admin, ...person } = row
  return {
    person: { ...person, verified: verifiedAt !== null, admin: admin !== null },
    needsProlonging: shouldProlong(expiresAt, at),
  }
}

async function memberOf(db: TenantDb, person: PersonId): Promise<Member | null> {
  const rows = await db
    .select({
      id: members.id,
      name: members.displayName,
      state: members.state,
      office: offices.office,
    })
    .from(members)
    .leftJoin(offices, and(eq(offices.tenantId, db.tenant), eq(offices.memberId, members.id)))
    .where(and(eq(members.tenantId, db.tenant), eq(members.personId, person)))
  const [first] = rows
  if (!first) return null
  return { ...first, offices: rows.flatMap(({ office }) => (office ? [office] : [])) }
}
