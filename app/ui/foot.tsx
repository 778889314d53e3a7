import type { ReactNode } from 'react'
import { LOCALES } from '#app/kernel/locale.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { SignedIn } from './bar.tsx'
import { useLanguage } from './language.tsx'
import { coOpLinks, federationLinks } from './links.ts'
import { useInLanguage, useSite } from './site.tsx'

/** The foot of a page: whose site it is, the ways from here, and the languages. */
export function Foot({ office }: { readonly office: boolean }) {
  const site = useSite()
  const { t } = useLanguage()
  const links =
    site.kind === 'co-op'
      ? [
          ...coOpLinks(t, site),
          { href: pathTo('/office'), label: t('common:for-members') },
          { href: pathTo('/account'), label: t('accounts:yours') },
        ]
      : federationLinks(t)
  return (
    <FootFrame above={office}>
      <p>
        {site.kind === 'co-op'
          ? t('common:foot.co-op', { name: site.name })
          : t('common:foot.federation')}
      </p>
      <ul>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li>
          <SignedIn className="text-md sm:hidden" />
        </li>
      </ul>
      <Languages />
    </FootFrame>
  )
}

/** The dark foot of a page. On a phone, it may end above a bar that covers the foot of the window. */
export function FootFrame({
  above,
  children,
}: {
  readonly above?: boolean
  readonly children: ReactNode
}) {
  return (
    <footer
      className={`foot mt-section bg-night text-night-ink [--color-muted:var(--color-night-muted)] print:hidden ${above ? 'max-sm:pb-16' : ''}`}
    >
      <div className="wrap grid grid-cols-[repeat(auto-fit,minmax(14rem,1fr))] gap-8 py-12 [&_a]:inline-flex [&_a]:min-h-target [&_a]:items-center [&_a]:decoration-night-line">
        {children}
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
