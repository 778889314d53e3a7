import { Takes } from '#app/offerings/views.tsx'
import type { StorefrontPage } from '#app/reads/storefront/storefront-page.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { MoneyText } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { SectionHead } from './section-head.tsx'

/** What a co-op offers, one row each, with the price it starts at. */
export function Prices({ page }: { readonly page: StorefrontPage }) {
  const { t } = useLanguage()
  const { currency } = useCoOp()
  const none = page.offers.length === 0
  return (
    <section className="wrap py-section" id="prices">
      <SectionHead title={t('storefront:prices')}>
        <p className="text-muted">{t(none ? 'storefront:none-yet' : 'storefront:prices.for')}</p>
      </SectionHead>
      {none ? null : (
        <ul className="grid grid-cols-[1.2fr_2fr_auto_auto_auto] gap-x-8 max-lg:block">
          {page.offers.map((offer) => (
            <li
              className="col-span-full grid grid-cols-subgrid items-center gap-x-8 gap-y-4 border-t border-line py-6 last:border-b max-lg:grid-cols-[minmax(0,1fr)_auto] max-xs:grid-cols-1"
              key={offer.slug}
            >
              <h3 className="text-2xl max-lg:col-start-1" dir="auto">
                <a href={pathTo('/listings/:slug', { slug: offer.slug })}>{offer.title}</a>
              </h3>
              <p className="max-lg:col-span-full" dir="auto">
                {offer.summary}
              </p>
              <p className="mt-0 text-sm text-muted">
                <Takes {...offer} />
              </p>
              <p className="mt-0 text-end text-2xl leading-[1.1] font-semibold tracking-tight whitespace-nowrap max-lg:col-start-2 max-lg:row-start-1 max-xs:col-start-1 max-xs:row-start-auto max-xs:text-start max-xs:whitespace-normal">
                <span className="text-sm font-normal tracking-normal text-muted">
                  {t('storefront:from')}
                </span>{' '}
                <MoneyText minor={offer.fromMinor} currency={currency} />
              </p>
              <a
                className="btn ghost max-xs:justify-self-start"
                href={pathTo('/listings/:slug/quote', { slug: offer.slug })}
                aria-label={t('storefront:price-this.of', { title: offer.title })}
              >
                {t('storefront:price-this')}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
