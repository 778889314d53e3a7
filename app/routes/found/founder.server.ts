import type { Founder } from '#app/flows/found-co-op.server.ts'
import { signUp } from '#app/flows/sign-up.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { tenantBySlug } from '#tenants/directory.server.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { slugRefusal, type SlugRefusal } from '#tenants/slug.ts'

/** What somebody new fills in about themselves while founding. */
export type Newcomer = {
  readonly person: string
  readonly email: string
  readonly password: string
}

type Where = { readonly locale: Locale; readonly host: string; readonly at: Instant }
type Made =
  | { readonly person: Founder; readonly cookie: string | null }
  | { readonly refusal: string; readonly field: 'email' | 'password' }

/** Who founds: somebody signed in, or somebody new, whose account is made on the way. */
export async function founderOf(
  known: Founder | null,
  filled: object,
  where: Where,
): Promise<Made> {
  if (known) return { person: known, cookie: null }
  const { person: name = '', email = '', password = '' } = filled as Partial<Newcomer>
  const made = await signUp({ name, email, password, ...where })
  if (!made.ok)
    return { refusal: made.refusal, field: made.refusal === 'email-taken' ? 'email' : 'password' }
  return {
    person: { id: made.value.person, name, email, locale: where.locale },
    cookie: made.value.token,
  }
}

/** Why an address cannot be had, asked before an account is made for it; founding asks again, and the database decides. */
export async function whySlugIsRefused(slug: string): Promise<SlugRefusal | undefined> {
  const shape = slugRefusal(slug)
  if (shape) return shape
  const owner = await inFederation((db) => tenantBySlug(db, slug), { readOnly: true })
  return owner ? 'slug-taken' : undefined
}
