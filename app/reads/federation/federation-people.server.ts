import { asc, eq, ilike } from 'drizzle-orm'
import { federationAdmins, tenants, delegates } from '#db/schema/federation.ts'
import { people } from '#db/schema/accounts.ts'
import { inFederation } from '#tenants/scope.server.ts'

/** Reads the federation's admins, the delegates of the co-ops, and the accounts whose address begins with `search`. */
export function readFederationPeople(search: string) {
  return inFederation(
    async (db) => {
      const admins = await db
        .select({ id: people.id, name: people.name, email: people.email })
        .from(federationAdmins)
        .innerJoin(people, eq(people.id, federationAdmins.personId))
        .orderBy(asc(people.name))
      const delegateRows = await db
        .select({ id: people.id, name: people.name, slug: tenants.slug, coOp: tenants.name })
        .from(delegates)
        .innerJoin(people, eq(people.id, delegates.personId))
        .innerJoin(tenants, eq(tenants.id, delegates.tenantId))
        .orderBy(asc(tenants.name), asc(people.name))
      const coOps = await db
        .select({ slug: tenants.slug, name: tenants.name })
        .from(tenants)
        .orderBy(asc(tenants.name))
      return {
        admins,
        delegates: delegateRows,
        coOps,
        found: search ? await findPeople(search) : [],
      }

      function findPeople(text: string) {
        const like = `${text.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`
        return db
          .select({
            id: people.id,
            name: people.name,
            email: people.email,
            disabled: people.disabledAt,
          })
          .from(people)
          .where(ilike(people.email, like))
          .orderBy(asc(people.email))
          .limit(20)
      }
    },
    { readOnly: true },
  )
}
