import { adoptCharter } from '#app/domains/charter/adopt.server.ts'
import { isWithinBounds, startWithinBounds } from '#app/domains/charter/amendment.ts'
import { startingCharter } from '#app/domains/charter/charter.ts'
import type { Charter } from '#app/domains/charter/clauses.ts'
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
import type { Picture } from '#app/domains/storefront/picture.ts'
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
import { federationFloors } from '#app/rules/federation/federation-floors.server.ts'
import { fromPrice } from '#app/rules/offerings/usual-quote.ts'
import { blueprintOf } from '#tenants/blueprints/all.ts'
import { type ReadyBlueprint, priceIn } from '#tenants/blueprints/blueprint.ts'
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

export type FoundingRequest = Omit<NewTenant, 'tagline' | 'trade'> & {
  /** What the co-op does, in the founders' words. The blueprint's words are used when it is empty. */
  readonly trade?: string
  /** The founder; or a function that finds or adds the founder in the same transaction, after the address is reserved. */
  readonly founder: Founder | ((db: FederationDb) => Promise<Founder>)
  readonly invited: readonly string[]
  /** The actor that provisions the co-op. The founder is the actor when it is left out. */
  readonly by?: Actor<PersonId | null>
  /** Stores the chosen logo. It is called when the co-op has an id. */
  readonly logo?: (tenant: TenantId) => Promise<{ readonly id: FileId; readonly picture: Picture }>
  /** Called after each step, before the transaction ends. */
  readonly onStep?: (step: BuildStep) => Promise<void>
  /** What the founders changed of the blueprint's charter. */
  readonly changes?: ClauseTerms
  readonly at: Instant
}

export type FoundRefusal = SlugRefusal | 'blueprint-not-ready' | 'charter-out-of-bounds'

/**
 * Founds a co-op from a blueprint in one transaction. It writes the entry in the directory, the first version of the
 * charter (to be ratified), the storefront with sample listings, the founder as first member and steward, and the
 * invitations of the others. It refuses a charter that does not keep the federation's bounds. Of two simultaneous requests for one address, the database refuses one.
 */
export async function foundCoOp(request: FoundingRequest): Promise<Outcome<Tenant, FoundRefusal>> {
  const blueprint = blueprintOf(request.blueprint)
  if (blueprint?.state !== 'ready') return refused('blueprint-not-ready')
  const shape = slugRefusal(request.slug)
  if (shape) return refused(shape)
  return inFederation(async (db) => {
    const {
      founder: founderOrSeat,
      invited,
      by,
      logo,
      onStep = doNothing,
      at,
      changes: _changes,
      ...entry
    } = request
    const words = {
      tagline: blueprint.lead[request.locale],
      trade: request.trade || blueprint.trade[request.locale],
    }
    const charter = await charterWithinBounds(db, request, blueprint)
    if (!charter) return refused('charter-out-of-bounds')
    const tenant = await addTenant(db, { ...entry, ...words }, at)
    if (!tenant) return refused('slug-taken')
    const founder = typeof founderOrSeat === 'function' ? await founderOrSeat(db) : founderOrSeat
    const { id, name } = by ?? founder
    const storedLogo = await logo?.(tenant.id)
    if (storedLogo) await updateDirectoryEntry(db, tenant.id, { logoKey: storedLogo.id })
    await nameDelegate(db, tenant.id, founder.id, at)
    await recordAudit(db, {
      act: 'co-op-founded',
      actor: { id, name },
      tenant: tenant.id,
      detail: { slug: tenant.slug, blueprint: blueprint.key },
      at,
    })

    await onStep('directory')
    const coOp = await enterTenant(db, tenant.id)
    const { member, class: first } = await seatFounder(coOp, { founder, at })
    if (storedLogo) await recordFile(coOp, { ...storedLogo, by: member, at })
    await onStep('founder')
    await writeFirstContent(coOp, { tenant, blueprint, member, charter, onStep, at })
    await inviteFounders(coOp, { tenant, founder, member, class: first, invited, at })
    await onStep('invitations')
    await recordActivity(coOp, { act: 'co-op-founded', actor: founder.name, member, at })
    await promiseFigures(coOp)
    await leaveTenant(coOp)
    return done(storedLogo ? { ...tenant, logoKey: storedLogo.id } : tenant)
  })
}

/**
 * Returns the charter that a co-op starts with: its blueprint's within the federation's bounds, with what its founders
 * changed. Returns undefined when they chose what is out of bounds.
 */
async function charterWithinBounds(
  db: FederationDb,
  { changes = {}, currency, at }: FoundingRequest,
  blueprint: ReadyBlueprint,
): Promise<Charter | undefined> {
  const floors = await federationFloors(db, currency, at)
  const start = startingCharter({ ...blueprint.charter, ...changes }, currency)
  const charter = startWithinBounds(start, changes, floors)
  return isWithinBounds(charter, floors) ? charter : undefined
}

/**
 * Finds the co-op at an address if this person is its delegate. A founding that was stopped after its transaction and
 * is run again recognises its co-op by this, and never takes another person's co-op for it.
 */
export async function findFoundedCoOp(
  db: FederationDb,
  slug: string,
  founder: PersonId,
): Promise<Tenant | undefined> {
  const tenant = await tenantBySlug(db, slug)
  return tenant && (await delegatesOf(db, tenant.id)).includes(founder) ? tenant : undefined
}

/** Makes the founder a member, steward and treasurer with the usual weekly hours. */
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

type NewCoOp = {
  readonly tenant: Tenant
  readonly blueprint: ReadyBlueprint
  readonly member: MemberId
  readonly charter: Charter
  readonly onStep: (step: BuildStep) => Promise<void>
  readonly at: Instant
}

const doNothing = () => Promise.resolve()

/** Writes what the public sees: the charter, the storefront's words, and listings that are marked as samples. */
async function writeFirstContent(
  db: TenantDb,
  { tenant, blueprint, member, charter, onStep, at }: NewCoOp,
): Promise<void> {
  const { locale } = tenant
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
  await addSampleListings(db, { tenant, blueprint, member, at })
  await onStep('listings')
}

/** Publishes the sample listings of each kind of the blueprint, in the co-op's language and currency. */
async function addSampleListings(
  db: TenantDb,
  { tenant: { locale, currency }, blueprint, member, at }: Omit<NewCoOp, 'charter' | 'onStep'>,
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

type FounderInvitations = {
  readonly tenant: Tenant
  readonly founder: Founder
  readonly member: MemberId
  readonly class: ClassId
  readonly invited: readonly string[]
  readonly at: Instant
}

async function inviteFounders(
  db: TenantDb,
  { tenant, founder, member, class: first, invited, at }: FounderInvitations,
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
