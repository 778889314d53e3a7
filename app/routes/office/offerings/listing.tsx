import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ListingId } from '#app/kernel/ids.ts'
import { writeOwnListing } from '#app/flows/offerings/manage-listings.server.ts'
import { readOwnListing } from '#app/reads/offerings/own-listing.server.ts'
import { conflict, inConflict, postedIn, versionIn } from '#app/request/form.server.ts'
import { asMember, notFound } from '#app/request/guards.server.ts'
import { translator } from '#app/locales/translate.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { EditConflict } from '#app/ui/edit-conflict.tsx'
import { ErrorSummary, type FormState } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { NoticeOf, noticeIn, saying } from '#app/ui/notice.tsx'
import { OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { bothListings, listingIn, usualOf } from './listing.server.ts'
import { ListingFields, useListingLabels } from './listing-fields.tsx'
import { readListingForm, withRow } from './listing-form.server.ts'
import { Preview } from './listing-preview.tsx'
import { ListingPhotos } from './listing-photos.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, at, t, url } = await asMember(args)
  const id = listingIn(args.params)
  const page = await readOwnListing(tenant, id, at)
  if (!page) throw notFound()
  const fields = page.listing?.fields
  return {
    title: page.listing?.title ?? t('offerings:new'),
    said: noticeIn(url, 'listing-saved'),
    usual: fields ? usualOf(fields, page.rule, tenant.currency) : null,
    ...page,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, member, at } = await asMember(args)
  const id = listingIn(args.params)
  const posted = await postedIn(args.request)
  const act = String(posted.get('act') ?? 'save')
  if (act.startsWith('more-')) return data({ form: withRow(posted, act.slice(5)), usual: null })
  // Customers read the name of the only tier: it is written in the co-op's language, not in the writer's.
  const plain = translator(tenant.locale, tenant.country)('offerings:plain-tier')
  const read = readListingForm(posted, { currency: tenant.currency, plain })
  if (!read.ok) return data({ form: read.form, usual: null }, { status: 422 })
  const page = await readOwnListing(tenant, id, at)
  if (!page) throw notFound()
  const usual = usualOf(read.words.fields, page.rule, tenant.currency)
  if (act === 'try') return data({ form: read.form, usual })
  const listing = id && { id, version: versionIn(posted) }
  const written = await writeOwnListing(tenant, { listing, words: read.words, by: member, at })
  const there = (saved: ListingId) =>
    redirect(pathTo('/office/listings/:id', { id: saved }, saying('listing-saved')), 303)
  if (written.ok) return there(written.value)
  const known = written.refusal === 'edit-conflict' && (await readOwnListing(tenant, id, at))
  if (known && known.listing) {
    const both = bothListings(known.listing, read.words, tenant.currency)
    const form = inConflict(read.form, both)
    return form ? conflict({ form, usual }) : there(known.listing.id)
  }
  const field = written.refusal === 'team-too-large' ? 'teamSize' : 'basePrice'
  const errors = { [field]: `refusals:${written.refusal}` }
  return data({ form: { ...read.form, errors }, usual }, { status: 422 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? '' }]

export default function OwnListing() {
  const { listing, photos, said, floorMinor, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<{ form: FormState; usual: typeof page.usual }>()
  const { t } = useLanguage()
  const form = answer?.form
  const labels = useListingLabels(form)
  const usual = answer ? answer.usual : page.usual
  return (
    <OfficeShell page="write">
      <main id="main" className="wrap page">
        <p className="sm">
          <a className="link" href={pathTo('/office/listings')}>
            {t('offerings:listings.head')}
          </a>
        </p>
        <ErrorSummary form={form} labels={labels} />
        <EditConflict form={form} labels={labels} act="save" />
        {said && !form ? <NoticeOf notice={said} /> : null}
        <PageHead
          title={listing ? <bdi>{listing.title}</bdi> : t('offerings:new')}
          lead={listing ? undefined : t('offerings:new.lead')}
        />
        <div className="duo">
          <ListingFields form={form} listing={listing} />
          <aside className="stack">
            <Preview usual={usual} floorMinor={floorMinor} state={listing?.state ?? null} />
            {listing ? <ListingPhotos listing={listing.id} photos={photos} /> : null}
          </aside>
        </div>
      </main>
    </OfficeShell>
  )
}
