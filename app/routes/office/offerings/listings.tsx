import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { showOwnListing, removeAllSamples } from '#app/flows/offerings/manage-listings.server.ts'
import { type ListingId, readId } from '#app/kernel/ids.ts'
import { readOwnListings } from '#app/reads/members/office-page.server.ts'
import { again, oneOf, readForm, refuse } from '#app/request/form.server.ts'
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

const asked = z.object({
  act: oneOf(['publish', 'withdraw', 'samples']),
  id: z.string().default(''),
})

export async function action(args: ActionFunctionArgs) {
  const { tenant, member: by, at } = await asMember(args)
  const form = await readForm(args.request, asked)
  if (!form.ok) return again(form.form)
  const { act } = form.value
  const listing = act === 'samples' ? null : readId<ListingId>(form.value.id)
  if (listing === undefined) throw notFound()
  const done = listing
    ? await showOwnListing(tenant.id, { listing, shown: act === 'publish', by, at })
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
    <OfficeShell page="write">
      <main id="main" className="wrap page">
        <ErrorSummary form={form} labels={{}} />
        <PageHead title={t('offerings:listings.head')} />
        <p className="row-acts above">
          <a className="btn" href={pathTo('/office/listings/new')}>
            {t('offerings:new')}
          </a>
        </p>
        <Samples count={listings.filter(({ sample }) => sample).length} asks={asks} />
        <ul className="rows own">
          {listings.map((listing) => (
            <Row key={listing.id} listing={listing} />
          ))}
        </ul>
      </main>
    </OfficeShell>
  )
}

type Own = ReturnType<typeof useLoaderData<typeof loader>>['listings'][number]

/** One listing, and the one thing to do with it: a sample is put on sale by whoever stands by it. */
function Row({ listing }: { readonly listing: Own }) {
  const { id, slug, title, state, from, photo, sample } = listing
  const { t } = useLanguage()
  const { currency, look } = useCoOp()
  const act = state === 'published' && !sample ? 'withdraw' : 'publish'
  const does = t(sample ? 'offerings:listings.own' : `offerings:listings.${act}`)
  return (
    <li>
      {photo ? (
        <img
          src={pathTo('/files/:id/:size', { id: photo, size: 400 })}
          alt=""
          width={112}
          height={72}
          loading="lazy"
        />
      ) : (
        <Cloth look={look.replace(/s=[^&]*/, `s=${slug}`)} width={112} height={72} />
      )}
      <a className="link" href={pathTo('/office/listings/:id', { id })}>
        <bdi>{title}</bdi>
      </a>
      <span className="from">
        <span className="text-muted text-sm">{t('storefront:from')}</span>{' '}
        <MoneyText minor={from} currency={currency} />
      </span>
      <span className={state === 'published' && !sample ? 'tag ok' : 'tag info'}>
        {t(sample ? 'offerings:listings.sample' : `offerings:listings.${state}`)}
      </span>
      <form method="post">
        <input type="hidden" name="id" value={id} />
        <button className="ghost" name="act" value={act} aria-label={`${does}: ${title}`}>
          {does}
        </button>
      </form>
    </li>
  )
}

/** The blueprint's samples. They are gone for good once they are taken away, so it is asked for twice. */
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
