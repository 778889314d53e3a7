import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { showOwnListing, removeAllSamples } from '#app/flows/offerings/manage-listings.server.ts'
import type { ListingId } from '#app/kernel/ids.ts'
import { readOwnListings } from '#app/reads/members/office-page.server.ts'
import { invalidForm, readForm, refuse } from '#app/request/form.server.ts'
import { oneOf, sentId } from '#app/request/form-fields.server.ts'
import { asMember, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { MoneyText } from '#app/ui/figures.tsx'
import { ErrorSummary, type FormState } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Cloth } from '#app/ui/marks.tsx'
import { OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, t, url } = await asMember(args)
  return {
    title: t('offerings:listings.head'),
    listings: await readOwnListings(tenant),
    asks: url.searchParams.get('samples') === 'away',
  }
}

const asked = z.discriminatedUnion('act', [
  z.object({ act: z.literal('samples') }),
  z.object({ act: oneOf(['publish', 'withdraw']), id: sentId<ListingId>() }),
])

export async function action(args: ActionFunctionArgs) {
  const { tenant, member: by, at } = await asMember(args)
  const form = await readForm(args.request, asked)
  if (!form.ok) return invalidForm(form.form)
  const listing = 'id' in form.value ? form.value.id : null
  if (listing === undefined) throw notFound()
  const shown = form.value.act === 'publish'
  const done = listing
    ? await showOwnListing(tenant.id, { listing, shown, by, at })
    : await removeAllSamples(tenant.id, { by, at })
  return done.ok
    ? redirect(pathTo('/office/listings'), 303)
    : refuse(form.form, 'form', done.refusal)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function OwnListings() {
  const { listings, asks } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  return (
    <OfficeShell>
      <main id="main" className="wrap page">
        <ErrorSummary form={form} labels={{}} />
        <PageHead title={t('offerings:listings.head')} />
        <p className="row-acts mt-0 mb-8">
          <a className="btn" href={pathTo('/office/listings/new')}>
            {t('offerings:new')}
          </a>
        </p>
        <Samples count={listings.filter(({ sample }) => sample).length} asks={asks} />
        <ul className="rows grid grid-cols-[7rem_minmax(0,1fr)_repeat(3,auto)] max-md:grid-cols-[5rem_minmax(0,1fr)_auto]">
          {listings.map((listing) => (
            <Row key={listing.id} listing={listing} />
          ))}
        </ul>
      </main>
    </OfficeShell>
  )
}

type Own = ReturnType<typeof useLoaderData<typeof loader>>['listings'][number]

/** A listing with its action. Publishing a sample makes it a listing of the co-op. */
function Row({ listing }: { readonly listing: Own }) {
  const { id, slug, title, state, from, photo, sample } = listing
  const { t } = useLanguage()
  const { currency, look } = useCoOp()
  const act = state === 'published' && !sample ? 'withdraw' : 'publish'
  const does = t(sample ? 'offerings:listings.own' : `offerings:listings.${act}`)
  const picture = 'h-18 w-full rounded object-cover max-md:row-span-2 max-md:row-start-1'
  return (
    <li className="col-span-full grid grid-cols-subgrid items-center gap-x-6 gap-y-2">
      {photo ? (
        <img
          className={picture}
          src={pathTo('/files/:id/:size', { id: photo, size: 400 })}
          alt=""
          width={112}
          height={72}
          loading="lazy"
        />
      ) : (
        <Cloth
          look={look.replace(/s=[^&]*/, `s=${slug}`)}
          width={112}
          height={72}
          className={picture}
        />
      )}
      <a
        className="link text-lg/body max-md:col-[2/-1]"
        href={pathTo('/office/listings/:id', { id })}
      >
        <bdi>{title}</bdi>
      </a>
      <span className="whitespace-nowrap max-md:col-[2/-1] [&_.num]:text-lg/body [&_.num]:font-semibold">
        <span className="text-muted text-sm">{t('storefront:from')}</span>{' '}
        <MoneyText minor={from} currency={currency} />
      </span>
      <span
        className={`max-md:col-span-2 max-md:col-start-1 ${state === 'published' && !sample ? 'tag ok' : 'tag info'}`}
      >
        {t(sample ? 'offerings:listings.sample' : `offerings:listings.${state}`)}
      </span>
      <form method="post" className="justify-self-end">
        <input type="hidden" name="id" value={id} />
        <button className="ghost" name="act" value={act} aria-label={`${does}: ${title}`}>
          {does}
        </button>
      </form>
    </li>
  )
}

/** A notice about the samples of the blueprint. Removing them cannot be undone, so it takes a second click. */
function Samples({ count, asks }: { readonly count: number; readonly asks: boolean }) {
  const { t } = useLanguage()
  if (count === 0) return null
  if (!asks)
    return (
      <div className="note">
        <p>{t('storefront:samples')}</p>
        <p>
          <a className="btn ghost" href={pathTo('/office/listings', { samples: 'away' })}>
            {t('offerings:listings.samples')}
          </a>
        </p>
      </div>
    )
  return (
    <form method="post" action={pathTo('/office/listings')} className="note bad">
      <p>
        <b>{t('offerings:listings.samples.ask', { count })}</b>
      </p>
      <p>{t('offerings:listings.samples.gone')}</p>
      <p className="row-acts">
        <button className="ghost" name="act" value="samples">
          {t('offerings:listings.samples.yes')}
        </button>
        <a className="btn ghost" href={pathTo('/office/listings')}>
          {t('offerings:listings.samples.keep')}
        </a>
      </p>
    </form>
  )
}
