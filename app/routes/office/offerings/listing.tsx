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
import { pagesOf } from '#app/offerings/registry.server.ts'
import { readOwnListing } from '#app/reads/offerings/own-listing.server.ts'
import { conflict, conflictOf, readFormData, readVersion } from '#app/request/form.server.ts'
import { asMember, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { EditConflict } from '#app/ui/edit-conflict.tsx'
import { ErrorSummary, type FormState } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { NoticeOf, noticeIn, saying } from '#app/ui/notice.tsx'
import { OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { bothListings, kindOfNew, listingIn, usualOf } from './listing.server.ts'
import { ListingFields, useListingLabels } from './listing-fields.tsx'
import { Preview } from './listing-preview.tsx'
import { ListingPhotos } from './listing-photos.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, at, t, url } = await asMember(args)
  const id = listingIn(args.params)
  const page = await readOwnListing(tenant, id, at)
  if (!page) throw notFound()
  const { listing } = page
  return {
    kind: listing?.kind ?? kindOfNew(tenant, url),
    title: page.listing?.title ?? t('offerings:new'),
    said: noticeIn(url, 'listing-saved'),
    usual: listing ? usualOf(listing, page.rule, tenant.currency) : null,
    ...page,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, member, at, url } = await asMember(args)
  const id = listingIn(args.params)
  const posted = await readFormData(args.request)
  const act = String(posted.get('act') ?? 'save')
  const page = await readOwnListing(tenant, id, at)
  if (!page) throw notFound()
  const kind = page.listing?.kind ?? kindOfNew(tenant, url)
  const pages = pagesOf(kind)
  const pressed = pages.pressed(posted, act)
  if (pressed) return data({ form: pressed, usual: null })
  const read = pages.readListing(posted, { tenant })
  if (!read.ok) return data({ form: read.form, usual: null }, { status: 422 })
  const { fields } = read.words
  const usual = usualOf({ kind, fields }, page.rule, tenant.currency)
  if (act === 'try') return data({ form: read.form, usual })
  const listing = id && { id, version: readVersion(posted) }
  const asked = { listing, kind, words: read.words, by: member, at }
  const written = await writeOwnListing(tenant, asked)
  const there = (saved: ListingId) =>
    redirect(pathTo('/office/listings/:id', { id: saved }, saying('listing-saved')), 303)
  if (written.ok) return there(written.value)
  const known = written.refusal === 'edit-conflict' && (await readOwnListing(tenant, id, at))
  if (known && known.listing) {
    const { currency } = tenant
    const form = conflictOf(read.form, bothListings(known.listing, read.words, { kind, currency }))
    return form ? conflict({ form, usual }) : there(known.listing.id)
  }
  const { refusal } = written
  const errors = { [pages.fieldOf(refusal)]: `refusals:${refusal}` }
  return data({ form: { ...read.form, errors }, usual }, { status: 422 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? '' }]

export default function OwnListing() {
  const { kind, listing, photos, said, floorMinor, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<{ form: FormState; usual: typeof page.usual }>()
  const { t } = useLanguage()
  const form = answer?.form
  const labels = useListingLabels(kind, form)
  const usual = answer ? answer.usual : page.usual
  return (
    <OfficeShell>
      <main id="main" className="wrap page">
        <p className="text-sm">
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
        <div className="duo lg:grid-cols-[minmax(0,1.9fr)_minmax(0,1fr)]">
          <ListingFields kind={kind} form={form} listing={listing} />
          <aside className="stack">
            <Preview usual={usual} floorMinor={floorMinor} state={listing?.state ?? null} />
            {listing ? <ListingPhotos listing={listing.id} photos={photos} /> : null}
          </aside>
        </div>
      </main>
    </OfficeShell>
  )
}
