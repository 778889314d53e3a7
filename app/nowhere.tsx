import { renderToString } from 'react-dom/server'
import styles from './app.css?url'
import { originOf } from './paths.server.ts'
import { localeOf } from './request/locale.ts'
import { LanguageContext, languageFor, useLanguage } from './ui/language.tsx'
import { Arrow, Band, FEDERATION_LOOK, Mark } from './ui/marks.tsx'
import { Languages, PageHead } from './ui/shell.tsx'

/** What a host answers that is no site of ours: that nobody lives there, and where the co-ops are. */
export function nowhere(request: Request): Response {
  const { hostname } = new URL(request.url)
  const markup = renderToString(
    <LanguageContext.Provider value={languageFor(localeOf(request, 'en'))}>
      <Nowhere host={hostname} />
    </LanguageContext.Provider>,
  )
  return new Response(`<!doctype html>${markup}`, {
    status: 404,
    headers: { 'content-type': 'text/html; charset=utf-8', vary: 'accept-language, cookie' },
  })
}

/** Nothing here leads to a page of this host, for there is none: every way goes to the federation's. */
function Nowhere({ host }: { readonly host: string }) {
  const { t, locale, direction } = useLanguage()
  const home = originOf(null)
  return (
    <html lang={locale} dir={direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t('errors:nowhere.title')}</title>
        <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
        <link rel="stylesheet" href={styles} />
      </head>
      <body>
        <a className="skip" href="#main">
          {t('common:skip-to-content')}
        </a>
        <Band look={FEDERATION_LOOK} />
        <header className="wrap">
          <div className="bar">
            <a className="brand" href={home}>
              <Mark />
              <span>{t('common:twiza')}</span>
            </a>
          </div>
        </header>
        <main id="main" className="wrap page">
          <PageHead
            kicker={
              <bdi className="mono" dir="ltr">
                {host}
              </bdi>
            }
            title={t('errors:nowhere.title')}
            lead={t('errors:nowhere.what')}
          />
          <p>
            <a className="btn" href={`${home}/co-ops`}>
              {t('errors:nowhere.directory')} <Arrow />
            </a>
          </p>
        </main>
        <footer className="foot">
          <div className="wrap">
            <p>{t('common:foot.federation')}</p>
            <Languages />
          </div>
        </footer>
      </body>
    </html>
  )
}
