import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Takes } from '#app/offerings/views.tsx'
import { SORTS } from '#app/reads/offerings/listing-sorts.ts'
import { readListings } from '#app/reads/offerings/listings-page.server.ts'
import { atCoop } from '#app/request/guards.server.ts'
import { refuseSuspended } from '#app/request/suspended.server.ts'
import { MoneyText } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Cloth } from '#app/ui/marks.tsx'
import { Empty, PageHead, Shell } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { NotOpenYet } from '#app/routes/shop/storefront/not-open-yet.tsx'
import { pathTo } from '#app/site-map/paths.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, url, t } = atCoop(args)
  refuseSuspended(tenant, t)
  const search = (url.searchParams.get('q') ?? '').slice(0, 100)
  const sort = SORTS.find((known) => known === url.searchParams.get('sort')) ?? 'ours'
  const team = /^[1-9]$/.test(url.searchParams.get('team') ?? '')
    ? Number(url.searchParams.get('team'))
    : null
  return {
    title: t('offerings:listings.title', { name: tenant.name }),
    ...(await readListings(tenant, { search, sort, team })),
    search,
    sort,
    team,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

const PICTURE = 'aspect-3/2 w-full rounded object-cover'

export default function Listings() {
  const { found, any, search } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const { currency, look } = useCoOp()
  return (
    <Shell page="storefront">
      <main id="main" className="wrap page">
        <PageHead
          title={
            any && search
              ? t('offerings:listings.found', { count: found.length, search })
              : found.length === 0
                ? t('storefront:prices')
                : t('offerings:shop.listings.head', { count: found.length })
          }
        />
        <NotOpenYet />
        {any ? <Filters /> : null}
        {!any ? (
          <Empty title={t('storefront:none-yet')}>
            <p>{t('offerings:none-yet.what')}</p>
          </Empty>
        ) : found.length === 0 ? (
          <Empty title={t('storefront:listings.none')}>
            <p>{t('offerings:listings.none.what')}</p>
            <p>
              <a className="link" href={pathTo('/listings')}>
                {t('offerings:listings.all')}
              </a>
            </p>
          </Empty>
        ) : (
          <ul className="border-t-[1.5px] border-ink">
            {found.map((offer, index) => (
              <li
                className="grid grid-cols-[12rem_1fr_auto] items-start gap-x-8 gap-y-4 border-b border-line py-6 max-sm:grid-cols-1"
                key={offer.slug}
              >
                {offer.photo ? (
                  <img
                    className={PICTURE}
                    src={pathTo('/files/:id/:size', { id: offer.photo, size: 400 })}
                    alt={offer.alt ?? ''}
                    width={400}
                    height={260}
                    loading="lazy"
                  />
                ) : (
                  <Cloth
                    look={`${look.replace(/s=[^&]*/, `s=${offer.slug}`)}`}
                    width={400}
                    height={260}
                    className={PICTURE}
                  />
                )}
                <div>
                  <h2 className="text-xl" dir="auto">
                    <a href={pathTo('/listings/:slug', { slug: offer.slug })}>{offer.title}</a>
                  </h2>
                  <p dir="auto">{offer.summary}</p>
                  <p className="text-sm text-muted">
                    <Takes {...offer} />
                  </p>
                  <Why index={index} offer={offer} />
                </div>
                <p className="text-xl font-semibold tracking-tight">
                  <span className="text-sm text-muted">{t('storefront:from')}</span>{' '}
                  <MoneyText minor={offer.fromMinor} currency={currency} />
                </p>
              </li>
            ))}
          </ul>
        )}
      </main>
    </Shell>
  )
}

function Filters() {
  const { search, sort, team } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <form method="get" className="filters" role="search">
      <p>
        <label htmlFor="q">{t('storefront:search')}</label>
        <input id="q" name="q" type="search" defaultValue={search} dir="auto" maxLength={100} />
      </p>
      <p>
        <label htmlFor="sort">{t('offerings:sort')}</label>
        <select id="sort" name="sort" defaultValue={sort}>
          {SORTS.map((known) => (
            <option key={known} value={known}>
              {t(`offerings:sort.${known}`)}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label htmlFor="team">{t('offerings:shop.team')}</label>
        <select id="team" name="team" defaultValue={team ?? ''}>
          <option value="">{t('offerings:team.any')}</option>
          {[1, 2, 3].map((count) => (
            <option key={count} value={count}>
              {t('offerings:people.count', { count })}
            </option>
          ))}
        </select>
      </p>
      <button className="ghost">{t('storefront:show')}</button>
    </form>
  )
}

/** The reason for the place of a listing: the order that was used, and its value. No payment can buy a higher place. */
function Why({
  index,
  offer,
}: {
  readonly index: number
  readonly offer: { readonly minutes: number }
}) {
  const { sort } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <details>
      <summary>{t('offerings:why')}</summary>
      <p className="text-sm">
        {t(`offerings:why.${sort}`, { place: index + 1, minutes: offer.minutes })}
      </p>
    </details>
  )
}
