import { renderToString } from 'react-dom/server'
import { FAVICON, pathTo } from '#app/site-map/paths.ts'
import styles from './app.css?url'
import { originOf } from './paths.server.ts'
import { localeOf } from './request/locale.ts'
import { Brand } from './ui/bar.tsx'
import { FootFrame, Languages } from './ui/foot.tsx'
import { LanguageContext, languageFor, useLanguage } from './ui/language.tsx'
import { Arrow, Band, FEDERATION_LOOK, Mark } from './ui/marks.tsx'
import { PageHead, SkipLink } from './ui/shell.tsx'

/** The kinds of requests that are refused before routing, with their statuses. */
const STATUSES = {
  nowhere: 404,
  forged: 403,
  unreadable: 400,
  large: 413,
  fault: 500,
  busy: 503,
} as const

type RefusedKind = keyof typeof STATUSES

/**
 * Returns the page for a request that no page of ours answers: an unknown host, a forged form, an unreadable address, a body
 * that is too large, a fault before any page was found, or a database that cannot be reached.
 */
export function noSitePage(request: Request, kind: RefusedKind = 'nowhere'): Response {
  const markup = renderToString(
    <LanguageContext.Provider value={languageFor(localeOf(request, 'en'))}>
      <NoSitePage kind={kind} host={new URL(request.url).hostname} />
    </LanguageContext.Provider>,
  )
  return new Response(`<!doctype html>${markup}`, {
    status: STATUSES[kind],
    headers: { 'content-type': 'text/html; charset=utf-8', vary: 'accept-language, cookie' },
  })
}

/** The no-site page. Its links lead to the federation's site, because no page of this host exists. */
function NoSitePage({ kind, host }: { readonly kind: RefusedKind; readonly host: string }) {
  const { t, locale, direction } = useLanguage()
  const home = originOf(null)
  return (
    <html lang={locale} dir={direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t(`errors:${kind}.title`)}</title>
        <link rel="icon" type="image/svg+xml" href={FAVICON} />
        <link rel="stylesheet" href={styles} />
      </head>
      <body>
        <SkipLink />
        <Band look={FEDERATION_LOOK} />
        <header className="wrap">
          <div className="bar flex print:hidden">
            <Brand href={home} logo={<Mark />}>
              {t('common:twiza')}
            </Brand>
          </div>
        </header>
        <main id="main" className="wrap page">
          <PageHead
            kicker={
              <bdi className="mono" dir="ltr">
                {host}
              </bdi>
            }
            title={t(`errors:${kind}.title`)}
            lead={t(`errors:${kind}.what`)}
          />
          <p>
            {kind === 'nowhere' ? (
              <a className="btn" href={home + pathTo('/co-ops')}>
                {t('errors:nowhere.directory')} <Arrow />
              </a>
            ) : (
              <a className="btn" href={pathTo('/')}>
                {t('errors:home')}
              </a>
            )}
          </p>
        </main>
        <FootFrame>
          <p>{t('common:foot.federation')}</p>
          <Languages />
        </FootFrame>
      </body>
    </html>
  )
}
