import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Temporal } from '#app/kernel/clock.ts'
import { keepsFloor } from '#app/flows/hourly-pay.ts'
import { readListing } from '#app/reads/listings-page.server.ts'
import { openTimes } from '#app/reads/open-times.server.ts'
import { quoteOrUsual, sharedOut } from '#app/reads/sample-split.ts'
import { atCoop, notFound } from '#app/request/guards.server.ts'
import { refuseSuspended } from '#app/request/suspended.server.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { MoneyText, writeMoment } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Note, PageHead, Shell } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { inTenant } from '#tenants/scope.server.ts'
import { readChoices } from './choices.ts'
import { readDay } from './dates.ts'
import { useStay } from './duration.tsx'
import { NotOpenYet } from './not-open-yet.tsx'
import { Steps } from './steps.tsx'
import { QuoteSummary } from './summary.tsx'
import { type ShownDay, Times } from './times.tsx'

const DAYS = 5

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, at, t, url } = atCoop(args)
  refuseSuspended(tenant, t)
  const listing = await readListing(tenant, args.params['slug'] ?? '', at)
  if (!listing) throw notFound()
  const { quote, choices } = quoteOrUsual(
    listing.fields,
    readChoices(url.searchParams, listing.fields, tenant.currency),
    tenant.currency,
  )
  const today = at.toZonedDateTimeISO(tenant.timeZone).toPlainDate()
  const asked = readDay(url.searchParams.get('from')) ?? today
  const from =
    Temporal.PlainDate.compare(asked, today) < 0 ||
    Temporal.PlainDate.compare(asked, today.add({ days: 180 })) > 0
      ? today
      : asked
  const open = tenant.state === 'open'
  const days = open
    ? await inTenant(
        tenant.id,
        (db) =>
          openTimes(db, tenant, {
            from: from.toString(),
            days: DAYS,
            teamSize: listing.fields.teamSize,
            stayMinutes: quote.stayMinutes,
            at,
          }),
        { readOnly: true },
      )
    : []
  const shown: ShownDay[] = days.map(({ date, slots }) => ({
    date,
    slots: slots
      .filter((_, index) => index % 2 === 0 || slots.length < 14)
      .map(({ start, open }) => ({ start: start.toString(), open })),
  }))
  const slot = url.searchParams.get('slot') ?? ''
  return {
    title: t('shop:quote.title', { title: listing.title, name: tenant.name }),
    listing,
    choices,
    tip: url.searchParams.get('tip') ?? '',
    lines: quote.lines,
    total: quote.total.minor,
    stay: quote.stayMinutes,
    shared: sharedOut(quote, listing.rule),
    payable: keepsFloor(quote, listing.charter),
    days: shown,
    slot: shown.some(({ slots }) => slots.some(({ start, open }) => open && start === slot))
      ? slot
      : '',
    from: from.toString(),
    later: from.add({ days: DAYS }).toString(),
    earlier:
      Temporal.PlainDate.compare(from, today) > 0 ? from.subtract({ days: DAYS }).toString() : null,
    missing: url.searchParams.get('missing') === 'slot',
  }
}

export type QuoteData = Awaited<ReturnType<typeof loader>>

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Quote() {
  const data = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const { currency, timeZone, founding } = useCoOp()
  const when = data.slot ? writeMoment(data.slot, 'full', { locale: formatLocale, timeZone }) : ''
  const total = writeMoney({ minor: data.total, currency }, formatLocale)
  return (
    <Shell page="quote">
      <main id="main" className="wrap page">
        {founding ? <NotOpenYet /> : <Steps now="price" />}
        <PageHead title={t('shop:quote.head', { title: data.listing.title, total })} />
        <form method="get" className="q">
          {/* The Enter key presses a form's first button: it asks for the price, and takes nothing away. */}
          <button hidden tabIndex={-1}>
            {t('shop:update')}
          </button>
          <div className="fields">
            <Counters data={data} />
            <Tiers data={data} />
            <Extras data={data} />
            {founding ? null : (
              <Times
                days={data.days}
                chosen={data.slot}
                missing={data.missing}
                earlier={data.earlier}
                later={data.later}
              />
            )}
          </div>
          <input type="hidden" name="from" value={data.from} />
          <QuoteSummary
            lines={data.lines}
            total={data.total}
            shared={data.shared}
            floorMinor={data.listing.charter.floor.hourlyMinor}
            when={when}
            stay={useStay()(data.stay, data.listing.fields.teamSize)}
          >
            {founding ? null : data.payable ? (
              <button className="btn big" formAction={`/listings/${data.listing.slug}/book`}>
                {data.slot ? t('shop:go-on', { when, total }) : t('shop:go-on.choose')}
              </button>
            ) : (
              <Note kind="bad">
                <p>{t('refusals:pays-below-floor')}</p>
              </Note>
            )}
            <button className="ghost">{t('shop:update')}</button>
            <p className="sm muted">{t(founding ? 'shop:not-open.book' : 'shop:nothing-yet')}</p>
          </QuoteSummary>
        </form>
      </main>
    </Shell>
  )
}

type Part = { readonly data: ReturnType<typeof useLoaderData<typeof loader>> }

function Counters({ data }: Part) {
  const { t } = useLanguage()
  const { currency } = useCoOp()
  if (data.listing.fields.counters.length === 0) return null
  return (
    <fieldset>
      <legend>
        <h2>{t('shop:how-much')}</h2>
      </legend>
      {data.listing.fields.counters.map((counter) => (
        <div className="ctr" key={counter.key}>
          <label htmlFor={`n.${counter.key}`}>
            <bdi>{counter.label}</bdi>
            <span className="hint">
              {t('shop:each', { minutes: counter.unitMinutes })}{' '}
              <MoneyText minor={counter.unitMinor} currency={currency} />
            </span>
          </label>
          <div className="step">
            <button
              className="ghost"
              name="less"
              value={counter.key}
              aria-label={t('shop:less', { what: counter.label })}
            >
              −
            </button>
            <input
              id={`n.${counter.key}`}
              name={`n.${counter.key}`}
              type="text"
              inputMode="numeric"
              defaultValue={data.choices.counts[counter.key] ?? 0}
            />
            <button
              className="ghost"
              name="more"
              value={counter.key}
              aria-label={t('shop:more', { what: counter.label })}
            >
              +
            </button>
          </div>
        </div>
      ))}
    </fieldset>
  )
}

function Tiers({ data }: Part) {
  const { t } = useLanguage()
  return (
    <fieldset>
      <legend>
        <h2>{t('shop:how-thorough')}</h2>
      </legend>
      <div className="tiers">
        {data.listing.fields.tiers.map((tier) => (
          <label className="tier" key={tier.key}>
            <input
              type="radio"
              name="tier"
              value={tier.key}
              defaultChecked={data.choices.tier === tier.key}
            />
            <bdi className="n">{tier.label}</bdi>
            <bdi className="x muted">{tier.about}</bdi>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Extras({ data }: Part) {
  const { t } = useLanguage()
  const { currency } = useCoOp()
  return (
    <fieldset>
      <legend>
        <h2>{t('shop:extras')}</h2>
      </legend>
      <div className="exs">
        {data.listing.fields.extras.map((extra) => (
          <label className="ex" key={extra.key}>
            <input
              type="checkbox"
              name="x"
              value={extra.key}
              defaultChecked={data.choices.extras.includes(extra.key)}
            />
            <span>
              <bdi>{extra.label}</bdi>
              <span className="hint">{t('shop:adds', { minutes: extra.minutes })}</span>
            </span>
            <MoneyText minor={extra.minor} currency={currency} />
          </label>
        ))}
      </div>
      <p className="field tip">
        <label htmlFor="tip">
          {t('shop:tip')} <span className="muted">{t('forms:optional')}</span>
        </label>
        <span className="hint">{t('shop:tip.hint')}</span>
        <input
          id="tip"
          name="tip"
          type="text"
          inputMode="decimal"
          defaultValue={data.tip}
          dir="ltr"
        />
      </p>
    </fieldset>
  )
}
