import type { LandingPage } from '#app/reads/federation/landing.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { MoneyText } from '#app/ui/figures.tsx'
import { Slug } from '#app/views/founding/co-op-name.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Arrow, Cloth } from '#app/ui/marks.tsx'

/** The co-ops that sell, each in a row with its cloth. */
export function Directory({ coOps }: { readonly coOps: LandingPage['coOps'] }) {
  const { t } = useLanguage()
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2>{t('federation:directory')}</h2>
        <p className="text-sm text-muted">{t('federation:directory.order')}</p>
      </div>
      <ul className="mt-6 border-t-[1.5px] border-ink">
        {coOps.map((coOp) => (
          <li className="border-b border-line" key={coOp.slug}>
            <a
              className="group grid grid-cols-[13.75rem_1.6fr_1.2fr_0.7fr_1.1fr_1.5rem] items-center gap-6 py-3 text-sm leading-[1.4] no-underline max-lg:grid-cols-[6rem_1fr_1fr_1.5rem] max-lg:gap-x-4 max-lg:gap-y-1 max-lg:[&>svg]:col-[4] max-lg:[&>svg]:row-[1/3] max-sm:grid-cols-[4.5rem_1fr] max-sm:[&>svg]:hidden"
              href={pathTo('/co-ops/:slug', { slug: coOp.slug })}
            >
              <Cloth
                look={coOp.look}
                width={220}
                height={72}
                className="h-18 w-full rounded object-cover"
              />
              <span className="text-xl leading-[1.15] font-semibold tracking-tight group-hover:underline group-hover:decoration-saffron group-hover:decoration-[3px] group-hover:underline-offset-[0.15em] max-lg:col-[2/4] max-sm:col-[2]">
                <bdi>{coOp.name}</bdi>
              </span>
              <span className="max-lg:col-[2] max-lg:row-[2] max-sm:row-auto">
                <bdi>{coOp.trade}</bdi>
                <br />
                <span className="text-muted">
                  <bdi>{coOp.city}</bdi>
                  {coOp.city ? ' · ' : null}
                  <Slug slug={coOp.slug} />
                </span>
              </span>
              <span className="max-lg:hidden">
                {t('federation:members', { count: coOp.members })}
              </span>
              <span className="max-lg:col-[3] max-lg:row-[2] max-sm:col-[2] max-sm:row-auto">
                {coOp.hourly === null ? (
                  t('federation:directory.new')
                ) : (
                  <>
                    <b>
                      <MoneyText minor={coOp.hourly} currency={coOp.currency} />
                    </b>{' '}
                    {t('federation:directory.hourly')}
                  </>
                )}
              </span>
              <Arrow />
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
