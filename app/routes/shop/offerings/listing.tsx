import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readListing } from '#app/reads/offerings/listings-page.server.ts'
import { Takes, viewOf } from '#app/offerings/views.tsx'
import { splitPrice } from '#app/rules/offerings/price-split.ts'
import { usualQuote } from '#app/rules/offerings/usual-quote.ts'
import { atCoop, notFound } from '#app/request/guards.server.ts'
import { refuseSuspended } from '#app/request/suspended.server.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { MoneyText } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Cloth } from '#app/ui/marks.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { SplitBar, SplitKey } from '#app/views/books/split-bar.tsx'
import { splitPartsOf } from '#app/views/books/split-parts.ts'
import { NotOpenYet } from '#app/routes/shop/storefront/not-open-yet.tsx'
import { pathTo } from '#app/site-map/paths.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, at, t } = atCoop(args)
  refuseSuspended(tenant, t)
  const listing = await readListing(tenant, args.params['slug'] ?? '', at)
  if (!listing) throw notFound()
  const quote = usualQuote(listing, tenant.currency)
  return {
    title: `${listing.title} · ${tenant.name}`,
    listing,
    total: quote.total.minor,
    lasts: quote.lasts,
    shared: splitPrice(quote, listing.rule),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? '' },
  { name: 'description', content: data?.listing.summary ?? '' },
]

export default function Listing() {
  const { listing, total, lasts, shared } = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const { currency, look, founding } = useCoOp()
  const { Offered } = viewOf(listing.kind)
  const splitParts = splitPartsOf(shared, t, t('storefront:who.workers'))
  return (
    <Shell>
      <main id="main" className="wrap page">
        <p className="text-sm">
          <a className="link" href={pathTo('/listings')}>
            {t('offerings:listings.all')}
          </a>
        </p>
        <NotOpenYet sample={listing.sample} />
        <PageHead title={<bdi>{listing.title}</bdi>} lead={<bdi>{listing.summary}</bdi>} />
        <div className="duo">
          <div className="stack">
            {listing.photos.length > 0 ? (
              <Gallery photos={listing.photos} />
            ) : (
              <Cloth look={look.replace(/s=[^&]*/, `s=${listing.slug}`)} width={800} height={320} />
            )}
            <div dir="auto">
              {listing.body.split('\n').map((line, index) => (
                <p key={index}>{line}</p>
              ))}
            </div>
            <section>
              <h2>{t('offerings:what')}</h2>
              <Offered fields={listing.fields} />
            </section>
            {listing.reviews.map(({ body, name }) => (
              <figure key={body}>
                <blockquote className="text-lg" dir="auto">
                  {body}
                </blockquote>
                <figcaption className="text-sm text-muted">
                  <bdi>{name}</bdi>
                </figcaption>
              </figure>
            ))}
          </div>
          <aside className="stack-s">
            <p>
              <span className="text-muted">{t('storefront:from')}</span>
              <br />
              <span className="bignum">
                <MoneyText minor={total} currency={currency} />
              </span>
            </p>
            <p className="text-muted">
              {lasts === null ? null : <Takes {...listing} minutes={lasts} />}
            </p>
            <p>
              <a className="btn big" href={pathTo('/listings/:slug/quote', { slug: listing.slug })}>
                {t(founding || listing.sample ? 'storefront:price-only' : 'storefront:price-mine')}
              </a>
            </p>
            <SplitBar
              splitParts={splitParts}
              caption={t('storefront:to-workers', {
                amount: writeMoney({ minor: shared.workers, currency }, formatLocale),
              })}
            />
            <SplitKey splitParts={splitParts} currency={currency} small />
          </aside>
        </div>
      </main>
    </Shell>
  )
}

type Photo = {
  readonly id: string
  readonly alt: string
  readonly width: number
  readonly height: number
}

/** All pictures of a listing: the first one large, the others below it, each with a link to the whole picture. */
function Gallery({ photos: [first, ...others] }: { readonly photos: readonly Photo[] }) {
  if (!first) return null
  return (
    <div className="grid gap-3">
      <img
        className="h-auto max-h-160 w-full rounded object-cover"
        src={pathTo('/files/:id/:size', { id: first.id, size: 1600 })}
        alt={first.alt}
        width={first.width}
        height={first.height}
      />
      {others.length > 0 ? (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(10rem,40%),1fr))] gap-3">
          {others.map(({ id, alt, width, height }) => (
            <li key={id}>
              <a className="block" href={pathTo('/files/:id/:size', { id, size: 1600 })}>
                <img
                  className="aspect-3/2 h-auto w-full rounded object-cover"
                  src={pathTo('/files/:id/:size', { id, size: 800 })}
                  alt={alt}
                  width={width}
                  height={height}
                  loading="lazy"
                />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
