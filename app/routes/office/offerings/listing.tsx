import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { writeOwnListing } from '#app/flows/offerings/manage-listings.server.ts'
import { pagesOf } from '#app/offerings/registry.server.ts'
import { readOwnListing } from '#app/reads/offerings/own-listing.server.ts'
import { postedIn } from '#app/request/form.server.ts'
import { asMember, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { ErrorSummary, type FormState } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Note, OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { kindOfNew, listingIn, usualOf } from './listing.server.ts'
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
    saved: url.searchParams.has('saved'),
    usual: listing ? usualOf(listing, page.rule, tenant.currency) : null,
    ...page,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, member, at, url } = await asMember(args)
  const id = listingIn(args.params)
  const posted = await postedIn(args.request)
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
  const written = await writeOwnListing(tenant, {
    listing: id,
    kind,
    words: read.words,
    by: member,
    at,
  })
  if (written.ok)
    return redirect(pathTo('/office/listings/:id', { id: written.value }, { saved: true }), 303)
  const { refusal } = written
  const errors = { [pages.fieldOf(refusal)]: `refusals:${refusal}` }
  return data({ form: { ...read.form, errors }, usual }, { status: 422 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? '' }]

export default function OwnListing() {
  const { kind, listing, photos, saved, floorMinor, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<{ form: FormState; usual: typeof page.usual }>()
  const { t } = useLanguage()
  const form = answer?.form
  const labels = useListingLabels(kind, form)
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
        {saved && !form ? <Note kind="ok">{t('offerings:saved')}</Note> : null}
        <PageHead
          title={listing ? <bdi>{listing.title}</bdi> : t('offerings:new')}
          lead={listing ? undefined : t('offerings:new.lead')}
        />
        <div className="duo">
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
