import type { ReactNode } from 'react'
import { pathTo } from '#app/site-map/paths.ts'
import { MomentText } from './figures.tsx'
import { useLanguage } from './language.tsx'
import { Bar } from './bar.tsx'
import { Foot } from './foot.tsx'
import { consoleLinks, officeLinks, type Link } from './links.ts'
import { Band, FEDERATION_LOOK } from './marks.tsx'
import { useCoOp, useSite } from './site.tsx'
import { NoBreak } from './no-break.tsx'

type ShellProps = {
  readonly page?: string
  readonly links?: readonly Link[] | undefined
  readonly kind?: 'office' | 'console' | undefined
  readonly children: ReactNode
}

/** The frame of every page: its bar, its content and its foot. `page` is the name of the page's style sheet. */
export function Shell({ page = 'plain', links, kind, children }: ShellProps) {
  const site = useSite()
  const look = site.kind === 'co-op' ? site.look : FEDERATION_LOOK
  return (
    <div className={kind === 'console' ? '[--container-head:26ch]' : `p-${page}`}>
      <Band look={look} />
      <Bar links={links} kind={kind} />
      {children}
      <Foot office={kind === 'office'} />
    </div>
  )
}

/** The first link of a page, which leads past its bar. It is hidden until it has the focus. */
export function SkipLink() {
  const { t } = useLanguage()
  return (
    <a
      href="#main"
      className="absolute start-gut -top-40 z-9 bg-ink px-4 py-3 text-surface focus:top-2"
    >
      {t('common:skip-to-content')}
    </a>
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
    <Shell page={page} links={officeLinks(t)} kind="office">
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
    <aside className="wrap pt-4 [&_.note]:mb-0" aria-label={t('errors:suspended.title')}>
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
    <Shell links={consoleLinks(t)} kind="console">
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
    <header className="mb-10">
      {kicker ? <p className="text-muted">{kicker}</p> : null}
      <h1 className="max-w-head tracking-display has-[>.date]:max-w-[30ch]">
        {typeof title === 'string' ? <NoBreak>{title}</NoBreak> : title}
      </h1>
      {lead ? <p className="mt-4 max-w-[52ch] text-lg">{lead}</p> : null}
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
    <div className="max-w-[48ch] border-y border-line py-12">
      <h2 className="mb-3 text-xl">{title}</h2>
      {children}
    </div>
  )
}
