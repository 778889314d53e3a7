import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Temporal } from '#app/kernel/clock.ts'
import { meetsFloor } from '#app/rules/offerings/hourly-pay.ts'
import { readListing } from '#app/reads/offerings/listings-page.server.ts'
import { quoteOrUsual, sharedOut } from '#app/reads/storefront/sample-split.ts'
import { atCoop, notFound } from '#app/request/guards.server.ts'
import { refuseSuspended } from '#app/request/suspended.server.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { writeMoment } from '#app/ui/figures.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Note, PageHead, Shell } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { ownCheckout } from './book.server.ts'
import { readChoices } from './choices.ts'
import { readDay } from './dates.ts'
import { useStay } from '#app/views/offerings/duration.tsx'
import { NotOpenYet } from '#app/routes/shop/storefront/not-open-yet.tsx'
import { pathTo } from '#app/site-map/paths.ts'
import { QuoteFields, useQuoteLabels } from './quote-fields.tsx'
import { pricesOf, timesFor } from './quote.server.ts'
import { Steps } from './steps.tsx'
import { QuoteSummary } from './summary.tsx'
import { Times } from './times.tsx'

const DAYS = 5

async function read(args: LoaderFunctionArgs) {
  const { tenant, at, t, url } = atCoop(args)
  refuseSuspended(tenant, t)
  const listing = await readListing(tenant, args.params['slug'] ?? '', at)
  if (!listing) throw notFound()
  const { currency } = tenant
  const { choices, form } = readChoices(url.searchParams, { fields: listing.fields, currency, t })
  const { quote } = quoteOrUsual(listing.fields, choices, currency)
  const today = at.toZonedDateTimeISO(tenant.timeZone).toPlainDate()
  const asked = readDay(url.searchParams.get('from')) ?? today
  const from =
    Temporal.PlainDate.compare(asked, today) < 0 ||
    Temporal.PlainDate.compare(asked, today.add({ days: 180 })) > 0
      ? today
      : asked
  const visit = {
    from: from.toString(),
    days: DAYS,
    teamSize: listing.fields.teamSize,
    stayMinutes: quote.stayMinutes,
    at,
    without: (await ownCheckout(args.request, tenant, listing.slug)).order,
  }
  const { days, slot, refusal } = await timesFor(tenant, visit, url.searchParams)
  const errors = refusal ? { ...form.errors, slot: refusal } : form.errors
  return {
    title: t('orders:quote.title', { title: listing.title, name: tenant.name }),
    slug: listing.slug,
    head: listing.title,
    sample: listing.sample,
    team: listing.fields.teamSize,
    floorMinor: listing.charter.floor.hourlyMinor,
    form: { ...form, errors },
    /** What is wrong with the choices leaves no price to show; a time that cannot be had does. */
    priced: Object.keys(form.errors).length === 0,
    ...pricesOf(listing.fields, choices, currency),
    lines: quote.lines,
    total: quote.total.minor,
    stay: quote.stayMinutes,
    shared: sharedOut(quote, listing.rule),
    payable: meetsFloor(quote, listing.charter),
    days,
    slot,
    from: from.toString(),
    later: from.add({ days: DAYS }).toString(),
    earlier:
      Temporal.PlainDate.compare(from, today) > 0 ? from.subtract({ days: DAYS }).toString() : null,
  }
}

/** What cannot be is answered as a refused form is. */
export async function loader(args: LoaderFunctionArgs) {
  const page = await read(args)
  return data(page, { status: Object.keys(page.form.errors).length > 0 ? 422 : 200 })
}

export const meta: MetaFunction<typeof read> = ({ data: page }) => [{ title: page?.title ?? '' }]

export default function Quote() {
  const page = useLoaderData<typeof read>()
  const { t, formatLocale } = useLanguage()
  const { currency, founding } = useCoOp()
  const shut = founding || page.sample
  const labels = useQuoteLabels(page)
  const total = writeMoney({ minor: page.total, currency }, formatLocale)
  return (
    <Shell page="quote">
      <main id="main" className="wrap page">
        {shut ? <NotOpenYet sample={page.sample} /> : <Steps now="price" />}
        <ErrorSummary form={page.form} labels={labels} />
        <PageHead
          title={
            page.priced
              ? t('orders:quote.head', { title: page.head, total })
              : t('orders:quote.head.unpriced', { title: page.head })
          }
        />
        <form method="get" className="q">
          {/* The Enter key presses a form's first button: it asks for the price, and takes nothing away. */}
          <button hidden tabIndex={-1}>
            {t('orders:update')}
          </button>
          <div className="fields">
            <QuoteFields {...page} />
            {shut ? null : (
              <Times
                days={page.days}
                chosen={page.slot}
                error={page.form.errors['slot']}
                earlier={page.earlier}
                later={page.later}
                holds
              />
            )}
          </div>
          <input type="hidden" name="from" value={page.from} />
          <Summary />
        </form>
      </main>
    </Shell>
  )
}

function Summary() {
  const page = useLoaderData<typeof read>()
  const { t, formatLocale } = useLanguage()
  const { timeZone, founding } = useCoOp()
  const stay = useStay()
  const when = page.slot ? writeMoment(page.slot, 'full', { locale: formatLocale, timeZone }) : ''
  if (!page.priced)
    return (
      <aside className="sum" aria-labelledby="sum">
        <div className="in2">
          <h2 id="sum">{t('orders:your-visit')}</h2>
          <p>{t('orders:unpriced')}</p>
          <button className="btn big">{t('orders:update')}</button>
        </div>
      </aside>
    )
  return (
    <QuoteSummary
      lines={page.lines}
      total={page.total}
      shared={page.shared}
      floorMinor={page.floorMinor}
      when={when}
      stay={stay(page.stay, page.team)}
    >
      {founding || page.sample ? null : page.payable ? (
        <button
          className="btn big"
          formAction={pathTo('/listings/:slug/book', { slug: page.slug })}
        >
          {t('orders:go-on')}
        </button>
      ) : (
        <Note kind="bad">
          <p>{t('refusals:pays-below-floor')}</p>
        </Note>
      )}
      <button className="ghost">{t('orders:update')}</button>
      <p className="sm muted">
        {t(
          founding
            ? 'orders:not-open.book'
            : page.sample
              ? 'orders:sample.book'
              : 'orders:nothing-yet',
        )}
      </p>
    </QuoteSummary>
  )
}
