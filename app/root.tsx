import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Links, Meta, Outlet, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import styles from './app.css?url'
import { asVisitor } from './request/guards.server.ts'
import { LanguageContext, languageFor } from './ui/language.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

/** What every page stands on: the reader's language and the site's look. */
export function loader(args: LoaderFunctionArgs) {
  const { site, locale, nonce } = asVisitor(args)
  const tenant = site.kind === 'co-op' ? site.tenant : null
  return { locale, nonce, country: tenant?.country ?? null }
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root')
  const language = languageFor(root?.locale ?? 'en', root?.country ?? undefined)
  return (
    <LanguageContext.Provider value={language}>
      <html lang={language.locale} dir={language.direction}>
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <Meta />
          <Links />
        </head>
        <body>
          <a className="skip" href="#main">
            {language.t('common:skip-to-content')}
          </a>
          {children}
        </body>
      </html>
    </LanguageContext.Provider>
  )
}

export default function Root() {
  return <Outlet />
}
