import type { ReactNode } from 'react'
import { pathTo } from '#app/site-map/paths.ts'
import { useLanguage } from './language.tsx'
import { coOpLinks, currentLink, federationLinks, type Link } from './links.ts'
import { Cloth, Mark } from './marks.tsx'
import { usePath, useSite } from './site.tsx'

type BarProps = {
  readonly links: readonly Link[] | undefined
  readonly kind: 'office' | 'console' | undefined
}

/** The bar of a page. The console's is dark, so that nobody mistakes it for a co-op's site. */
export function Bar({ links, kind }: BarProps) {
  const site = useSite()
  const { t } = useLanguage()
  const path = usePath()
  const office = kind === 'office'
  const shown = links ?? (site.kind === 'co-op' ? coOpLinks(t, site) : federationLinks(t))
  const current = currentLink(shown, path)
  return (
    <header className={kind === 'console' ? 'wrap max-w-none bg-night text-night-ink' : 'wrap'}>
      <div
        className={`bar flex flex-wrap items-center gap-x-6 gap-y-3 print:hidden ${office ? 'office-bar' : ''} ${kind === 'console' ? 'mx-auto max-w-page' : ''}`}
      >
        <Brand href={pathTo(office ? '/office' : '/')} logo={<Logo />}>
          <bdi>{site.kind === 'co-op' ? site.name : t('common:twiza')}</bdi>
          {office ? <span className="text-muted"> {t('common:office')}</span> : null}
        </Brand>
        <nav
          aria-label={t('common:main-navigation')}
          className={`ms-auto ${kind === 'console' || site.kind === 'co-op' ? 'max-sm:ms-0' : ''} ${office ? 'max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-5 max-sm:border-t max-sm:border-line max-sm:bg-surface max-sm:px-2' : ''}`}
        >
          <ul
            className={`flex gap-x-6 ${office ? 'sm:flex-wrap max-sm:justify-between max-sm:gap-2 max-sm:overflow-x-auto' : 'flex-wrap'}`}
          >
            {shown.map(({ href, label }) => (
              <li key={href}>
                <a
                  href={href}
                  aria-current={
                    href === path ? 'page' : href === current?.href ? 'true' : undefined
                  }
                  className="inline-flex min-h-target items-center text-sm font-medium no-underline decoration-saffron decoration-2 underline-offset-[0.45em] hover:underline aria-[current]:underline"
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <SignedIn className="text-sm max-sm:hidden" />
      </div>
    </header>
  )
}

/** The logo and the name of a site, as the link to its first page. */
export function Brand({
  href,
  logo,
  children,
}: {
  readonly href: string
  readonly logo: ReactNode
  readonly children: ReactNode
}) {
  return (
    <a
      href={href}
      className="inline-flex min-h-target items-center gap-3 text-lg/body font-semibold tracking-tight no-underline"
    >
      {logo}
      <span>{children}</span>
    </a>
  )
}

/** The logo of a site; a co-op without one has its pattern. */
function Logo() {
  const site = useSite()
  if (site.kind !== 'co-op') return <Mark />
  if (!site.logo)
    return <Cloth look={site.look} width={48} height={48} className="size-10 rounded" />
  return (
    <img
      src={pathTo('/files/:id/:size', { id: site.logo, size: 400 })}
      alt=""
      className="h-10 w-auto max-w-36 rounded object-contain"
      height={48}
    />
  )
}

/**
 * The signed-in person's name, with links to the account and to sign out. On the federation's site it is the link to
 * sign in when nobody is signed in.
 */
export function SignedIn({ className }: { readonly className: string }) {
  const { kind, person } = useSite()
  const { t } = useLanguage()
  if (!person && kind !== 'federation') return null
  return (
    <div className={`flex flex-wrap items-center gap-x-4 ${className}`}>
      <a
        href={pathTo(person ? '/account' : '/sign-in')}
        className="inline-flex min-h-target items-center"
      >
        {person ? <bdi>{person.name}</bdi> : t('common:sign-in')}
      </a>
      {person ? (
        <form method="post" action={pathTo('/sign-out')}>
          <button className="plain text-[length:inherit] font-medium">
            {t('common:sign-out')}
          </button>
        </form>
      ) : null}
    </div>
  )
}
