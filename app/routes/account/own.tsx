import type { readOwnAccount } from '#app/reads/accounts/own-account.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { type MomentStyle, MomentText, MoneyText } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'

type Ordered = Awaited<ReturnType<typeof readOwnAccount>>['orders'][number]

type Booking = {
  readonly href: string
  readonly title: string
  readonly code: string
  readonly coOp: string | null
  readonly day: {
    readonly at: string
    readonly style: MomentStyle
    readonly timeZone: string
  } | null
  readonly minor: string
  readonly currency: string
  readonly state: Ordered['state']
}

/* A wide page shows the rows of a list in columns. */
const COLUMNS = 'rows md:grid md:gap-x-6'
const ROW = 'line md:col-span-full md:grid md:grid-cols-subgrid md:items-baseline'

/** Reads a person's bookings: on a co-op's site those at this co-op, on the federation's site those at every co-op. */
export function Bookings({
  orders,
  here,
}: {
  readonly orders: readonly Booking[]
  readonly here: boolean
}) {
  const { t } = useLanguage()
  if (orders.length === 0) return null
  return (
    <section>
      <h2>{t(here ? 'accounts:orders' : 'accounts:orders.all')}</h2>
      <ul className={`${COLUMNS} md:grid-cols-[minmax(0,1fr)_repeat(4,auto)] md:[&_.num]:text-end`}>
        {orders.map(({ href, title, code, coOp, day, minor, currency, state }) => (
          <li key={href} className={ROW}>
            <span>
              <a href={href}>
                <bdi>{title}</bdi>
              </a>
              {coOp ? ' · ' : null}
              <bdi className="text-muted text-sm">{coOp}</bdi>
            </span>
            <span>{day ? <MomentText {...day} /> : null}</span>
            <MoneyText minor={minor} currency={currency} />
            <span className="tag info">{t(`accounts:state.${state}`)}</span>
            <span className="text-muted text-sm">{code}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type CoOpsProps = {
  readonly coOps: readonly {
    readonly href: string
    readonly name: string
    readonly origin: string
    readonly belongs: boolean
  }[]
  readonly office: boolean
  readonly console: boolean
  readonly here: boolean
}

/** Links to each co-op that a person belongs to or booked at. They sign the person in there too. */
export function CoOps({ coOps, office, console, here }: CoOpsProps) {
  const { t } = useLanguage()
  if (coOps.length === 0 && !office && !console) return null
  return (
    <section>
      <h2>{t(here ? 'accounts:co-ops.elsewhere' : 'accounts:co-ops')}</h2>
      <ul className={`${COLUMNS} md:grid-cols-[minmax(0,1fr)_repeat(2,auto)]`}>
        {office ? (
          <li className={ROW}>
            <a href={pathTo('/office')}>{t('accounts:office')}</a>
          </li>
        ) : null}
        {coOps.map(({ href, name, origin, belongs }) => (
          <li key={href} className={ROW}>
            <a href={href}>
              <bdi>{name}</bdi>
            </a>
            <span className="text-muted text-sm">
              {t(belongs ? 'accounts:as-member' : 'accounts:as-customer')}
            </span>
            <bdi className="text-muted text-sm">{origin}</bdi>
          </li>
        ))}
        {console ? (
          <li className={ROW}>
            <a href={pathTo('/go', { return: pathTo('/console') })}>{t('accounts:console')}</a>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
