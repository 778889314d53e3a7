import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { FAVICON, pathTo } from '#app/site-map/paths.ts'
import styles from './app.css?url'
import { mayExport } from './domains/members/may.ts'
import { asVisitor, type Refusal, visitor } from './request/guards.server.ts'
import { siteFacts } from './request/site-facts.server.ts'
import type { Suspension } from './request/suspended.server.ts'
import { isWithin, readQuery } from './site-map/look-up.ts'
import { pageFonts } from './ui/fonts.ts'
import { LanguageContext, languageFor, useLanguage } from './ui/language.tsx'
import { Arrow } from './ui/marks.tsx'
import { PageHead, Shell, SkipLink } from './ui/shell.tsx'
import { KnownSiteContext, SiteContext } from './ui/site.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

/**
 * The base of every page: the reader's language and the site's branding; on the federation's pages and in an office
 * also who is signed in. A co-op's public pages are the same for all readers, so that they can be cached.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { site, locale, url } = asVisitor(args)
  const personal = site.kind === 'federation' || isOffice(url.pathname)
  const { person, member } = personal ? await visitor(args) : { person: null, member: null }
  const steward = member !== null && mayExport(member)
  const facts = siteFacts(site, person && { name: person.name, steward })
  return { locale, site: facts, path: url.pathname, query: readQuery(url.pathname, url.search) }
}

const isOffice = (path: string) => isWithin(path, pathTo('/office'))

export function Layout({ children }: { readonly children: ReactNode }) {
  const fallback = useContext(KnownSiteContext)
  const { site, locale, path, query } = useRouteLoaderData<typeof loader>('root') ?? fallback
  const language = languageFor(locale, site.kind === 'co-op' ? site.country : undefined)
  return (
    <SiteContext.Provider value={{ site, path, query }}>
      <LanguageContext.Provider value={language}>
        <html lang={language.locale} dir={language.direction}>
          <head>
            <meta charSet="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <link rel="icon" type="image/svg+xml" href={FAVICON} />
            <Meta />
            {pageFonts[language.locale].map((font) => (
              <link
                key={font}
                rel="preload"
                as="font"
                type="font/woff2"
                href={font}
                crossOrigin="anonymous"
              />
            ))}
            <Links />
            {site.kind === 'co-op' ? (
              <link rel="stylesheet" href={`${pathTo('/theme.css')}?${site.look}`} />
            ) : null}
          </head>
          <body>
            <SkipLink />
            {children}
          </body>
        </html>
      </LanguageContext.Provider>
    </SiteContext.Provider>
  )
}

export default function Root() {
  return <Outlet />
}

const KINDS: Readonly<
  Record<number, 'missing' | 'forbidden' | 'unreadable' | 'large' | 'often' | 'suspended'>
> = {
  400: 'unreadable',
  403: 'forbidden',
  404: 'missing',
  413: 'large',
  429: 'often',
  503: 'suspended',
}

/**
 * The page that replaces one that is missing, is not allowed, or failed by a fault of ours. It says which, and where
 * to go on.
 */
export function ErrorBoundary() {
  const fault = useRouteError()
  const { t } = useLanguage()
  const status = isRouteErrorResponse(fault) ? fault.status : 500
  const kind = KINDS[status] ?? 'fault'
  const answer = isRouteErrorResponse(fault) ? fault : null
  const suspension = status === 503 ? (answer?.data as Suspension) : null
  const refusal = status === 403 ? (answer?.data as Refusal | null) : null
  return (
    <Shell>
      <main id="main" className="wrap page">
        <title>{t(`errors:${kind}.title`)}</title>
        <PageHead
          title={t(`errors:${kind}.title`)}
          lead={suspension?.reason ?? refusal?.reason ?? t(`errors:${kind}.what`)}
        />
        <p>
          {suspension ? (
            <a className="btn" href={suspension.directory}>
              {t('errors:nowhere.directory')} <Arrow />
            </a>
          ) : (
            <a className="btn" href={pathTo('/')}>
              {t('errors:home')}
            </a>
          )}
        </p>
      </main>
    </Shell>
  )
}
