import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { meetsFloor } from '#app/rules/offerings/hourly-pay.ts'
import { pagesOf } from '#app/offerings/registry.server.ts'
import { useTakes, viewOf } from '#app/offerings/views.tsx'
import { readListing } from '#app/reads/offerings/listings-page.server.ts'
import { quoteOrUsual } from '#app/rules/offerings/usual-quote.ts'
import { atCoop, notFound } from '#app/request/guards.server.ts'
import { refuseSuspended } from '#app/request/suspended.server.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { writeMoment } from '#app/ui/figures.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { InWordsOf } from '#app/ui/in-words-of.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Note, PageHead } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { ownCheckout, summaryOf } from './book.server.ts'
import { NotOpenYet } from '#app/routes/shop/storefront/not-open-yet.tsx'
import { pathTo } from '#app/site-map/paths.ts'
import { Steps } from './steps.tsx'
import { BookingForm, BookingPage } from './booking-page.tsx'
import { QuoteSummary, SummaryPanel } from './summary.tsx'

async function read(args: LoaderFunctionArgs) {
  const { tenant, at, t, url } = atCoop(args)
  refuseSuspended(tenant, t)
  const listing = await readListing(tenant, args.params['slug'] ?? '', at)
  if (!listing) throw notFound()
  const { currency } = tenant
  const { kind, fields } = listing
  const query = url.searchParams
  const pages = pagesOf(kind)
  const { choices, form } = pages.choices(query, { fields, currency, t })
  const quote = quoteOrUsual(listing, choices, currency)
  const without = (await ownCheckout(args.request, tenant, listing.slug)).items
  const choosing = { fields, choices, quote, query, at, without }
  const { shown, when, errors } = await pages.choosing(tenant, choosing)
  return {
    title: t('orders:quote.title', { title: listing.title, name: tenant.name }),
    kind,
    slug: listing.slug,
    head: listing.title,
    sample: listing.sample,
    workers: listing.workers,
    floorMinor: listing.charter.floor.hourlyMinor,
    form: { ...form, errors: { ...form.errors, ...errors } },
    /** False when a choice has an error, because no price can be shown then; an error of the time leaves the price. */
    priced: Object.keys(form.errors).length === 0,
    shown,
    ...summaryOf(quote, listing.rule),
    payable: meetsFloor(quote, listing.charter),
    when,
  }
}

/** Answers with the status of a refused form when a choice has an error. */
export async function loader(args: LoaderFunctionArgs) {
  const page = await read(args)
  return data(page, { status: Object.keys(page.form.errors).length > 0 ? 422 : 200 })
}

export const meta: MetaFunction<typeof read> = ({ data: page }) => [{ title: page?.title ?? '' }]

export default function Quote() {
  const { kind } = useLoaderData<typeof read>()
  return (
    <InWordsOf kind={kind}>
      <QuotePage />
    </InWordsOf>
  )
}

function QuotePage() {
  const page = useLoaderData<typeof read>()
  const { t, formatLocale } = useLanguage()
  const { currency, founding } = useCoOp()
  const shut = founding || page.sample
  const { Choosing, useChoosingLabels } = viewOf(page.kind)
  const labels = useChoosingLabels(page.shown)
  const total = writeMoney({ minor: page.total, currency }, formatLocale)
  return (
    <BookingPage>
      {shut ? <NotOpenYet sample={page.sample} /> : <Steps now="price" />}
      <ErrorSummary form={page.form} labels={labels} />
      <PageHead
        title={
          page.priced
            ? t('orders:quote.head', { title: page.head, total })
            : t('orders:quote.head.unpriced', { title: page.head })
        }
      />
      <BookingForm method="get">
        {/* The Enter key presses a form's first button: it asks for the price, and takes nothing away. */}
        <button hidden tabIndex={-1}>
          {t('orders:update')}
        </button>
        <div className="grid gap-12">
          <Choosing shown={page.shown} form={page.form} when={page.when} closed={shut} />
        </div>
        <Summary />
      </BookingForm>
    </BookingPage>
  )
}

function Summary() {
  const page = useLoaderData<typeof read>()
  const { t, formatLocale } = useLanguage()
  const { timeZone, founding } = useCoOp()
  const takes = useTakes(page)
  const when = page.when ? writeMoment(page.when, 'full', { locale: formatLocale, timeZone }) : ''
  if (!page.priced)
    return (
      <SummaryPanel>
        <p>{t('orders:unpriced')}</p>
        <button className="btn big">{t('orders:update')}</button>
      </SummaryPanel>
    )
  return (
    <QuoteSummary
      lines={page.lines}
      total={page.total}
      bound={page.bound}
      shared={page.shared}
      floorMinor={page.floorMinor}
      when={when}
      stay={takes}
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
      <p className="text-sm text-muted">
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
