import type { ReactNode } from 'react'
import { useLanguage } from '#app/ui/language.tsx'

type State = 'requested' | 'withdrawn' | 'open' | 'refused' | 'closed'
const TAG = {
  requested: 'info',
  withdrawn: 'ok',
  open: 'warn',
  refused: 'bad',
  closed: 'ok',
} as const

/** The state of a support door. */
export function DoorTag({ state }: { readonly state: State }) {
  const { t } = useLanguage()
  return (
    <span className={`tag text-sm max-sm:whitespace-normal ${TAG[state]}`}>
      {t(`federation:door.state.${state}`)}
    </span>
  )
}

/** The head of a page about a support door: the door, what is said of it, and why and until when it is open. */
export function DoorHead({
  open,
  title,
  lead,
  why,
  children,
}: {
  readonly open: boolean
  readonly title: ReactNode
  readonly lead: string
  readonly why?: { readonly reason: string; readonly until: ReactNode } | undefined
  readonly children?: ReactNode
}) {
  const { t } = useLanguage()
  return (
    <section className={`mb-12 ${open ? 'bg-door' : 'bg-surface-2'}`}>
      <div className="wrap grid grid-cols-[14rem_1fr] items-end gap-16 pt-12 max-lg:grid-cols-[minmax(0,1fr)] max-lg:gap-8">
        <DoorPicture open={open} className="w-full max-lg:order-2 max-lg:ms-auto max-lg:w-32" />
        <div className="pb-10 lg:has-[form]:pb-22">
          <h1 className="mb-4 max-w-[20ch]">{title}</h1>
          <p className="text-lg">{lead}</p>
          {why ? (
            <dl className="my-6 grid grid-cols-2 gap-x-8 gap-y-4 max-sm:grid-cols-1">
              <div>
                <dt className="text-sm text-ink">{t('federation:door.why')}</dt>
                <dd className="font-semibold" dir="auto">
                  {why.reason}
                </dd>
              </div>
              <div>
                <dt className="text-sm text-ink">{t('federation:door.until')}</dt>
                <dd className="font-semibold">{why.until}</dd>
              </div>
            </dl>
          ) : null}
          {children}
        </div>
      </div>
    </section>
  )
}

/** A drawing of a door, open or closed. */
export function DoorPicture({
  open,
  className,
}: {
  readonly open: boolean
  readonly className: string
}) {
  return (
    <svg className={`h-auto ${className}`} viewBox="0 0 224 290" aria-hidden="true">
      <path fill="oklch(0.9 0.12 85)" d="M40 20h150v266H40z" />
      {open ? (
        <g>
          <path fill="oklch(0.38 0.14 268)" d="M38 22l104 30v234l-104-14z" />
          <path
            fill="none"
            stroke="oklch(0.7 0.1 268)"
            strokeWidth="2"
            d="M54 50l72 20v76l-72-14zM54 162l72 14v80l-72-10z"
          />
          <circle fill="oklch(0.81 0.15 78)" cx="128" cy="170" r="6" />
        </g>
      ) : (
        <g>
          <path fill="oklch(0.38 0.14 268)" d="M40 20h150v266H40z" />
          <path
            fill="none"
            stroke="oklch(0.7 0.1 268)"
            strokeWidth="2"
            d="M62 44h106v92H62zM62 160h106v102H62z"
          />
          <circle fill="oklch(0.81 0.15 78)" cx="176" cy="150" r="6" />
        </g>
      )}
      <path className="fill-none stroke-ink stroke-4" d="M20 286V4h190v282M0 286h224" />
    </svg>
  )
}
