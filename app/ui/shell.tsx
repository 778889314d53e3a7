import type { ReactNode } from 'react'
import { LOCALES } from '#app/kernel/locale.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { MomentText } from './figures.tsx'
import { useLanguage } from './language.tsx'
import {
  coOpLinks,
  consoleLinks,
  federationLinks,
  officeLinks,
  currentLink,
  type Link,
} from './links.ts'
import { Band, Cloth, FEDERATION_LOOK, Mark } from './marks.tsx'
import { useCoOp, useInLanguage, usePath, useSite } from './site.tsx'
import { NoBreak } from './no-break.tsx'

/** The frame of every page: its bar, its content and its foot. `page` is the name of the page's style sheet. */
export function Shell({
  page,
  links,
  office,
  children,
}: {
  readonly page: string
  readonly links?: readonly Link[]
  readonly office?: boolean
  readonly children: ReactNode
}) {
  const site = useSite()
  const { t } = useLanguage()
  const path = usePath()
  const look = site.kind === 'co-op' ? site.look : FEDERATION_LOOK
  const shown = links ?? (site.kind === 'co-op' ? coOpLinks(t, site) : federationLinks(t))
  const current = currentLink(shown, path)
  return (
    <div className={`p-${page}`}>
      <Band look={look} />
      <header className="wrap">
        <div className={office ? 'bar office-bar' : 'bar'}>
          <a className="brand" href={pathTo(office ? '/office' : '/')}>
            {site.kind === 'co-op' && site.logo ? (
              <img
                src={pathTo('/files/:id/:size', { id: site.logo, size: 400 })}
                alt=""
                className="logo own"
                height={48}
              />
            ) : site.kind === 'co-op' ? (
              <Cloth look={look} width={48} height={48} className="logo" />
            ) : (
              <Mark />
            )}
            <span>
              <bdi>{site.kind === 'co-op' ? site.name : t('common:twiza')}</bdi>
              {office ? <span className="text-muted"> {t('common:office')}</span> : null}
            </span>
          </a>
          <nav aria-label={t('common:main-navigation')}>
            <ul>
              {shown.map(({ href, label }) => (
                <li key={href}>
                  <a
                    href={href}
                    aria-current={
                      href === path ? 'page' : href === current?.href ? 'true' : undefined
                    }
                  >
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <SignedIn />
        </div>
      </header>
      {children}
      <Foot office={office ?? false} />
    </div>
  )
}

function Foot({ office }: { readonly office: boolean }) {
  const site = useSite()
  const { t } = useLanguage()
  return (
    <footer className={office ? 'foot office-foot' : 'foot'}>
      <div className="wrap">
        <p>
          {site.kind === 'co-op'
            ? t('common:foot.co-op', { name: site.name })
            : t('common:foot.federation')}
        </p>
        <ul>
          {(site.kind === 'co-op'
            ? [
                ...coOpLinks(t, site),
                { href: pathTo('/office'), label: t('common:for-members') },
                { href: pathTo('/account'), label: t('accounts:yours') },
              ]
            : federationLinks(t)
          ).map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
          <li>
            <SignedIn />
          </li>
        </ul>
        <Languages />
      </div>
    </footer>
  )
}

/** The links to the same page in each language. */
export function Languages() {
  const { t, locale } = useLanguage()
  const inLanguage = useInLanguage()
  return (
    <ul aria-label={t('common:language')}>
      {LOCALES.map((language) => (
        <li key={language}>
          <a
            href={inLanguage(language)}
            lang={language}
            hrefLang={language}
            dir={language === 'ar' ? 'rtl' : 'ltr'}
            aria-current={language === locale ? 'true' : undefined}
          >
            {t(`common:language.${language}`)}
          </a>
        </li>
      ))}
    </ul>
  )
}

/**
 * The signed-in person's name, with links to the account and to sign out. On the federation's site it is the link to
 * sign in when nobody is signed in.
 */
function SignedIn() {
  const { kind, person } = useSite()
  const { t } = useLanguage()
  if (!person)
    return kind === 'federation' ? (
      <div className="who">
        <a href={pathTo('/sign-in')}>{t('common:sign-in')}</a>
      </div>
    ) : null
  return (
    <div className="who">
      <a href={pathTo('/account')}>
        <bdi>{person.name}</bdi>
      </a>
      <form method="post" action={pathTo('/sign-out')}>
        <button className="plain">{t('common:sign-out')}</button>
      </form>
    </div>
  )
}

/** The frame of the office's pages, with the bar for members. On a phone the bar is at the bottom. */
export function OfficeShell({
  page = 'office',
  children,
}: {
  readonly page?: string
  readonly children: ReactNode
}) {
  const { t } = useLanguage()
  return (
    <Shell page={page} links={officeLinks(t)} office>
      <Suspended />
      {children}
    </Shell>
  )
}

/** A notice that the federation suspended this co-op's sales: why, since when, and what still works. */
function Suspended() {
  const { t } = useLanguage()
  const { suspended, timeZone, person } = useCoOp()
  if (!suspended) return null
  return (
    <aside className="wrap suspended" aria-label={t('errors:suspended.title')}>
      <Note kind="bad">
        <p>
          <b>{t('errors:suspended.title')}</b>
        </p>
        <p>
          {t('members:suspended.since')}{' '}
          <MomentText at={suspended.since} style="date" timeZone={timeZone} />
        </p>
        <p dir="auto">{t('errors:suspended.why', { reason: suspended.reason })}</p>
        <p>{t('members:suspended.goes-on')}</p>
        <p>
          {person?.steward ? (
            <a className="link" href={pathTo('/office/export')}>
              {t('members:suspended.export.do')}
            </a>
          ) : (
            t('members:suspended.export')
          )}
        </p>
      </Note>
    </aside>
  )
}

/** The frame of the console's pages, with the bar for the federation's admins. */
export function ConsoleShell({ children }: { readonly children: ReactNode }) {
  const { t } = useLanguage()
  return (
    <Shell page="console" links={consoleLinks(t)}>
      {children}
    </Shell>
  )
}

/** The head of a page: a title that states a fact, and at most one more sentence. */
export function PageHead({
  kicker,
  title,
  lead,
}: {
  readonly kicker?: ReactNode
  readonly title: ReactNode
  readonly lead?: ReactNode
}) {
  return (
    <header className="page-head">
      {kicker ? <p className="text-muted">{kicker}</p> : null}
      <h1>{typeof title === 'string' ? <NoBreak>{title}</NoBreak> : title}</h1>
      {lead ? <p className="text-lg">{lead}</p> : null}
    </header>
  )
}

export function Note({
  kind,
  children,
}: {
  readonly kind?: 'ok' | 'bad' | undefined
  readonly children: ReactNode
}) {
  return (
    <div className={kind ? `note ${kind}` : 'note'} role="status">
      {children}
    </div>
  )
}

export function Empty({
  title,
  children,
}: {
  readonly title: string
  readonly children?: ReactNode
}) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  )
}
