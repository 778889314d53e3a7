import type { LandingPage } from '#app/reads/federation/landing.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { MoneyText } from '#app/ui/figures.tsx'
import { Slug } from '#app/views/founding/co-op-name.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Arrow, Cloth } from '#app/ui/marks.tsx'

/** The co-ops one can buy from, each a row of its own cloth. */
export function Directory({ coOps }: { readonly coOps: LandingPage['coOps'] }) {
  const { t } = useLanguage()
  return (
    <>
      <div className="hd">
        <h2>{t('federation:directory')}</h2>
        <p className="text-sm text-muted">{t('federation:directory.order')}</p>
      </div>
      <ul>
        {coOps.map((coOp) => (
          <li key={coOp.slug}>
            <a href={pathTo('/co-ops/:slug', { slug: coOp.slug })}>
              <Cloth look={coOp.look} width={220} height={72} />
              <span className="n">
                <bdi>{coOp.name}</bdi>
              </span>
              <span className="k">
                <bdi>{coOp.trade}</bdi>
                <br />
                <span className="text-muted">
                  <bdi>{coOp.city}</bdi>
                  {coOp.city ? ' · ' : null}
                  <Slug slug={coOp.slug} />
                </span>
              </span>
              <span className="mm">{t('federation:members', { count: coOp.members })}</span>
              <span className="h">
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
