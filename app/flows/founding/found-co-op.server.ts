import { adoptCharter } from '#app/domains/charter/adopt.server.ts'
import { startingCharter } from '#app/domains/charter/charter.ts'
import type { BuildStep } from '#app/domains/founding/draft.ts'
import { recordAudit } from '#app/domains/federation/audit.server.ts'
import {
  updateDirectoryEntry,
  delegatesOf,
  addTenant,
  nameDelegate,
  type NewTenant,
} from '#app/domains/federation/tenants.server.ts'
import { recordFile } from '#app/domains/storefront/files.server.ts'
import type { Picture } from '#app/domains/storefront/picture.server.ts'
import { draftListing, setPublished } from '#app/domains/offerings/write-listing.server.ts'
import { setWeeklyHours, USUAL_WEEK } from '#app/domains/jobs/weekly-hours.server.ts'
import { promiseMail } from '#app/domains/mail/promise-mail.server.ts'
import {
  grantOffice,
  addInvitation,
  addMember,
  addFirstClass,
} from '#app/domains/members/join.server.ts'
import { recordActivity } from '#app/domains/members/activity.server.ts'
import { writeStorefront } from '#app/domains/storefront/storefront.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { ClauseTerms } from '#app/kernel/clause-terms.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ClassId, FileId, MemberId, PersonId, TenantId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { translator } from '#app/locales/translate.ts'
import { kindOf } from '#app/offerings/registry.server.ts'
import { fromPrice } from '#app/rules/offerings/listing-price.ts'
import { blueprintOf } from '#tenants/blueprints/all.ts'
import { type Blueprint, priceIn } from '#tenants/blueprints/blueprint.ts'
import { tenantBySlug, type Tenant } from '#tenants/directory.server.ts'
import {
  enterTenant,
  type FederationDb,
  inFederation,
  leaveTenant,
  type TenantDb,
} from '#tenants/scope.server.ts'
import { slugRefusal, type SlugRefusal } from '#tenants/slug.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { promiseFigures } from '#app/flows/books/promise-figures.server.ts'

export type Founder = {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly locale: Locale
}

export type FoundingAsked = Omit<NewTenant, 'tagline' | 'trade'> & {
  /** What they do, in their words; the blueprint's when it is empty. */
  readonly trade?: string
  /** Who founds it; or how to seat them, once the address is theirs and in the same transaction. */
  readonly founder: Founder | ((db: FederationDb) => Promise<Founder>)
  readonly invited: readonly string[]
  /** Who provisions it for them; the founder themselves when nobody does. */
  readonly by?: Actor<PersonId | null>
  /** Puts the logo they chose into the storage, once there is somewhere to put it. */
  readonly logo?: (tenant: TenantId) => Promise<{ readonly id: FileId; readonly picture: Picture }>
  /** Told of each part when it is done, while the whole is not. */
  readonly onStep?: (step: BuildStep) => Promise<void>
  /** What the founders changed of the blueprint's charter before they agreed to it. */
  readonly changes?: ClauseTerms
  readonly at: Instant
}

export type FoundRefusal = SlugRefusal | 'blueprint-not-ready'

/**
 * Founds a co-op from a blueprint, all of it in one transaction: its place in the directory, its charter's first
 * version (to be ratified), its storefront with sample listings, the founder as its first member and steward, and
 * the invitations to the others. Two who want one address: the database lets one of them have it.
 */
export async function foundCoOp(asked: FoundingAsked): Promise<Outcome<Tenant, FoundRefusal>> {
  const blueprint = blueprintOf(asked.blueprint)
  if (blueprint?.state !== 'ready') return refused('blueprint-not-ready')
  const shape = slugRefusal(asked.slug)
  if (shape) return refused(shape)
  return inFederation(async (db) => {
    const {
      founder: asking,
      invited,
      changes = {},
      by,
      logo,
      onStep = silent,
      at,
      ...entry
    } = asked
    const words = {
      tagline: blueprint.lead[asked.locale],
      trade: asked.trade || blueprint.trade[asked.locale],
    }
    const tenant = await addTenant(db, { ...entry, ...words }, at)
    if (!tenant) return refused('slug-taken')
    const founder = typeof asking === 'function' ? await asking(db) : asking
    const { id, name } = by ?? founder
    const hung = await logo?.(tenant.id)
    if (hung) await updateDirectoryEntry(db, tenant.id, { logoKey: hung.id })
    await nameDelegate(db, tenant.id, founder.id, at)
    await recordAudit(db, {
      act: 'co-op-founded',
      actor: { id, name },
      tenant: tenant.id,
      detail: { slug: tenant.slug, blueprint: blueprint.key },
      at,
    })

    await onStep('directory')
    const own = await enterTenant(db, tenant.id)
    const { member, class: first } = await seatFounder(own, { founder, at })
    if (hung) await recordFile(own, { ...hung, by: member, at })
    await onStep('founder')
    await furnish(own, { tenant, blueprint, member, changes, onStep, at })
    await inviteFounders(own, { tenant, founder, member, class: first, invited, at })
    await onStep('invitations')
    await recordActivity(own, { act: 'co-op-founded', actor: founder.name, member, at })
    await promiseFigures(own)
    await leaveTenant(own)
    return done(hung ? { ...tenant, logoKey: hung.id } : tenant)
  })
}

/**
 * The co-op at this address, if this person founded it: whoever promised to found one and was stopped before they
 * could say so finds their own work again, and never takes somebody else's for it.
 */
export async function foundedBefore(
  db: FederationDb,
  slug: string,
  founder: PersonId,
): Promise<Tenant | undefined> {
  const tenant = await tenantBySlug(db, slug)
  return tenant && (await delegatesOf(db, tenant.id)).includes(founder) ? tenant : undefined
}

async function seatFounder(
  db: TenantDb,
  { founder, at }: { founder: Founder; at: Instant },
): Promise<{ member: MemberId; class: ClassId }> {
  const first = await addFirstClass(db, translator(founder.locale)('founding:class.workers'))
  const member = await addMember(db, { person: founder.id, ...founder, class: first, at })
  await grantOffice(db, member, 'steward', at)
  await grantOffice(db, member, 'treasurer', at)
  await setWeeklyHours(db, member, USUAL_WEEK)
  return { member, class: first }
}

type House = {
  readonly tenant: Tenant
  readonly blueprint: Blueprint
  readonly member: MemberId
  readonly changes: ClauseTerms
  readonly onStep: (step: BuildStep) => Promise<void>
  readonly at: Instant
}

const silent = () => Promise.resolve()

/** What the street sees: the charter, the storefront's words, sample listings marked as samples. */
async function furnish(
  db: TenantDb,
  { tenant, blueprint, member, changes, onStep, at }: House,
): Promise<void> {
  const { locale, currency } = tenant
  const charter = startingCharter({ ...blueprint.charter, ...changes }, currency)
  await adoptCharter(db, { version: 1, charter, at, proposal: null })
  await onStep('charter')
  await writeStorefront(
    db,
    {
      headline: blueprint.headline[locale],
      lead: blueprint.lead[locale],
      about: blueprint.story[locale],
      area: tenant.city,
      sinceYear: at.toZonedDateTimeISO(tenant.timeZone).year,
    },
    at,
  )
  await onStep('storefront')
  await hangSamples(db, { tenant, blueprint, member, at })
  await onStep('listings')
}

/** The samples of each kind of the blueprint, in the co-op's language and currency, for its members to adopt. */
async function hangSamples(
  db: TenantDb,
  { tenant: { locale, currency }, blueprint, member, at }: Omit<House, 'changes' | 'onStep'>,
): Promise<void> {
  const price = (pence: number) => priceIn(currency, pence)
  const samples = blueprint.kinds.flatMap((kind) =>
    (kindOf(kind).samples[blueprint.key] ?? []).map((sample) => ({ kind, sample })),
  )
  for (const [position, { kind, sample }] of samples.entries()) {
    const fields = sample.fields(locale, price)
    const id = await draftListing(db, {
      kind,
      slug: sample.slug,
      title: sample.title[locale],
      summary: sample.summary[locale],
      body: sample.body[locale],
      fields,
      from: fromPrice({ kind, fields }, currency),
      sample: true,
      position,
      by: member,
      at,
    })
    await setPublished(db, id, true, at)
  }
}

type Inviting = {
  readonly tenant: Tenant
  readonly founder: Founder
  readonly member: MemberId
  readonly class: ClassId
  readonly invited: readonly string[]
  readonly at: Instant
}

async function inviteFounders(
  db: TenantDb,
  { tenant, founder, member, class: first, invited, at }: Inviting,
): Promise<void> {
  for (const email of new Set(invited)) {
    if (email === founder.email) continue
    const code = await addInvitation(db, { email, class: first, by: member, founding: true, at })
    const to = { email, name: '', locale: tenant.locale }
    if (code)
      await promiseMail(db, {
        template: 'invitation',
        to,
        data: { coOp: tenant.name, by: founder.name, path: pathTo('/join', { code }) },
        at,
      })
  }
}
