import { randomBytes } from 'node:crypto'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { startCheckout } from '#app/flows/orders/checkout.server.ts'
import { meetsFloor } from '#app/rules/offerings/hourly-pay.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { dueOf } from '#app/kernel/price-line.ts'
import { readMoment } from '#app/kernel/dates.ts'
import { pagesOf } from '#app/offerings/registry.server.ts'
import { useTakes } from '#app/offerings/views.tsx'
import { readListing } from '#app/reads/offerings/listings-page.server.ts'
import { readCheckout } from '#app/reads/orders/own-checkout.server.ts'
import { quoteOrUsual } from '#app/rules/offerings/usual-quote.ts'
import {
  invalidForm,
  tooManyRequests,
  readFormData,
  readFields,
  refuse,
} from '#app/request/form.server.ts'
import { asCustomer, type CustomerRequest, notFound } from '#app/request/guards.server.ts'
import { minutesUntilAllowed } from '#app/request/limits.server.ts'
import { refuseSuspended } from '#app/request/suspended.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { writeMoment, writePercent } from '#app/ui/figures.tsx'
import { ErrorSummary, type FormState, SubmitButton } from '#app/ui/form.tsx'
import { InWordsOf } from '#app/ui/in-words-of.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { PageHead } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { NoBreak } from '#app/ui/no-break.tsx'
import { gateways } from '#app/wiring.server.ts'
import { Checked, Details, useDetailLabels } from './book-details.tsx'
import {
  type Answers,
  detailsOf,
  leaving,
  rememberedOf,
  ownCheckout,
  summaryOf,
} from './book.server.ts'
import { saveDetails } from './saved-details.server.ts'
import { BookingForm, BookingPage } from './booking-page.tsx'
import { Steps } from './steps.tsx'
import { Pay } from './pay.tsx'
import { QuoteSummary } from './summary.tsx'

/** Returns whether a listing can be booked: its co-op is open, and it is not a sample. */
const takesBookings = (
  { state }: { readonly state: string },
  { sample }: { readonly sample: boolean },
) => state === 'open' && !sample

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, at, t, url, person } = await asCustomer(args)
  refuseSuspended(tenant, t)
  const listing = await readListing(tenant, args.params['slug'] ?? '', at)
  if (!listing) throw notFound()
  const { kind, fields, charter, rule } = listing
  const pages = pagesOf(kind)
  const query = url.searchParams
  const chosen = pages.chosen(query)
  const { slug } = listing
  if (!takesBookings(tenant, listing)) throw redirect(pathTo('/listings/:slug/quote', { slug }))
  const asked = chosen.ok ? query : chosen.query
  const price = pathTo('/listings/:slug/quote', { slug }, asked)
  if (!chosen.ok) throw redirect(price + chosen.anchor)
  const { choices, form } = pages.choices(query, { fields, currency: tenant.currency, t })
  const quote = quoteOrUsual(listing, choices, tenant.currency)
  if (Object.keys(form.errors).length > 0 || !meetsFloor(quote, charter)) throw redirect(price)
  const own = await ownCheckout(args.request, tenant, listing.slug)
  const { when } = chosen
  const wanted = { fields, quote, when, at, without: own.items }
  // Only a page is checked here. A form that is sent is refused by its flow, with everything that was typed.
  if (args.request.method !== 'POST' && (await pages.unavailable(tenant, wanted)))
    throw redirect(`${price}#slot`)
  return {
    title: t('orders:details.title', { name: tenant.name }),
    kind,
    when,
    key: own.checkout ?? randomBytes(18).toString('base64url'),
    guest: person === null,
    known: {
      name: person?.name,
      email: person?.email,
      ...pages.details.known(tenant),
      ...own.details,
    },
    ...summaryOf(quote, rule),
    workers: listing.workers,
    charter,
    late: hoursUntil(when, at) < charter.cancellation.freeHours,
  }
}

/** Returns the hours until a moment; without end for what has no time. */
const hoursUntil = (when: string | null, at: Instant) =>
  readMoment(when)?.since(at).total('hours') ?? Infinity

export async function action(args: ActionFunctionArgs) {
  const visit = await asCustomer(args)
  const posted = await readFormData(args.request)
  const slug = args.params['slug'] ?? ''
  const listing = await readListing(visit.tenant, slug, visit.at)
  if (!listing) throw notFound()
  const left = readFields(posted, leaving)
  const names = rememberedOf(listing.kind)
  const headers = saveDetails({ listing: slug, names }, left.form.values)
  if (left.ok) {
    if (!headers) return invalidForm({ ...left.form, errors: { notes: 'forms:too-long' } })
    return redirect(wayOf(left.value.step, visit.url), { status: 303, headers })
  }
  const form = readFields(posted, detailsOf(listing.kind))
  const kept = headers ? { headers } : {}
  if (!form.ok) return data(form.form, { ...kept, status: 422 })
  const { step } = form.value
  if (step !== 'pay') return data({ ...form.form, step }, kept)
  return pay(visit, { listing, form: form.form, value: form.value, kept })
}

/** Returns the address for a customer who leaves the form: the price, or signing in. */
function wayOf(step: 'back' | 'sign-in', { pathname, search }: URL): string {
  return step === 'back'
    ? pathname.replace(/book$/, 'quote') + search
    : pathTo('/sign-in', { return: pathname + search })
}

type Listing = NonNullable<Awaited<ReturnType<typeof readListing>>>
type Sent = {
  readonly listing: Listing
  readonly form: FormState
  readonly value: Answers
  readonly kept: { readonly headers?: Record<string, string> }
}

async function pay(visit: CustomerRequest, { listing, form, value, kept }: Sent) {
  const { tenant, at, url, locale, person, peer, origin, t } = visit
  const minutes = await minutesUntilAllowed('checkout', peer)
  if (minutes) return tooManyRequests(form, 'form', { minutes, t })
  const { kind, slug, fields } = listing
  const pages = pagesOf(kind)
  const chosen = pages.chosen(url.searchParams)
  if (!chosen.ok) return refuse(form, 'form', 'listing-not-found')
  const priced = { fields, currency: tenant.currency, t }
  const choice = pages.choices(url.searchParams, priced)
  if (Object.keys(choice.form.errors).length > 0) return redirect(wayOf('back', url), 303)
  const { name, email, phone, checkout, step: _, ...typed } = value
  const details = pages.details.of(typed, chosen.when)
  const asked = {
    checkoutKey: checkout,
    items: [{ kind, listing: slug, choices: choice.choices, details }],
    buyer: { person: person?.id ?? null, name, email, phone, locale },
    at,
  }
  const sent = await startCheckout(gateways().processor, tenant, asked, (token) => ({
    returnUrl: origin + pathTo('/orders/:token/paid', { token }),
    cancelUrl: origin + pathTo('/orders/:token', { token }),
  }))
  if (sent.ok)
    return redirect(sent.value.payUrl ?? pathTo('/orders/:token', { token: sent.value.token }), {
      status: 303,
      ...kept,
    })
  const paid =
    sent.refusal === 'order-paid' ? (await readCheckout(tenant, checkout))?.token : undefined
  const errors = { form: `refusals:${sent.refusal}` }
  return data({ ...form, errors, paid }, { status: 422 })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

type Answered = FormState & { readonly step?: string; readonly paid?: string }

export default function Book() {
  const { kind } = useLoaderData<typeof loader>()
  return (
    <InWordsOf kind={kind}>
      <BookPage />
    </InWordsOf>
  )
}

function BookPage() {
  const data = useLoaderData<typeof loader>()
  const form = useActionData<Answered>()
  const { t, formatLocale } = useLanguage()
  const { timeZone } = useCoOp()
  const when = data.when ? writeMoment(data.when, 'full', { locale: formatLocale, timeZone }) : ''
  const labels = useDetailLabels(data.kind)
  const takes = useTakes(data)
  const checking = form?.step === 'check'
  return (
    <BookingPage>
      <Steps now={checking ? 'check' : 'details'} />
      <ErrorSummary form={form} labels={labels} />
      <Refused form={form} />
      <PageHead
        title={
          <NoBreak of={when}>
            {checking ? t('orders:check.head') : t('orders:details.head', { when })}
          </NoBreak>
        }
      />
      <BookingForm method="post" id="details">
        {checking ? null : (
          // The Enter key presses a form's first button, so the first button is the one that goes on.
          <button hidden tabIndex={-1}>
            {t('orders:to-check')}
          </button>
        )}
        <input type="hidden" name="checkout" value={form?.values['checkout'] ?? data.key} />
        {checking ? (
          <Checked kind={data.kind} values={form.values} when={when} />
        ) : (
          <Details form={form} {...data}>
            <p className="row-acts">
              <SubmitButton name="step" value="check">
                {t('orders:to-check')}
              </SubmitButton>
              <Back>{t('orders:back-to-price')}</Back>
            </p>
          </Details>
        )}
        <QuoteSummary
          lines={data.lines}
          total={data.total}
          bound={data.bound}
          shared={data.shared}
          floorMinor={data.charter.floor.hourlyMinor}
          when={when}
          stay={takes}
        >
          {checking ? <Pay due={dueOf(data)} /> : null}
          <p className="text-sm text-muted">
            {t(data.late ? 'orders:cancel-rule.late' : 'charter:cancellation.free', {
              count: data.charter.cancellation.freeHours,
              kept: writePercent(data.charter.cancellation.keptBp, formatLocale),
            })}
          </p>
        </QuoteSummary>
      </BookingForm>
      {checking ? (
        <p className="row-acts">
          <Back>{t('orders:back-to-price')}</Back>
        </p>
      ) : null}
    </BookingPage>
  )
}

/** The way on after a refusal: another time when this one was taken, or the order when it is paid already. */
function Refused({ form }: { readonly form: Answered | undefined }) {
  const { t } = useLanguage()
  return (
    <>
      {form?.errors['form']?.startsWith('refusals:slot-') ? (
        <p className="row-acts">
          <Back>{t('orders:choose-other')}</Back>
        </p>
      ) : null}
      {form?.paid ? (
        <p>
          <a className="link" href={pathTo('/orders/:token', { token: form.paid })}>
            {t('orders:see-booking')}
          </a>
        </p>
      ) : null}
    </>
  )
}

/** The button that leads back to the price and the time, and saves everything that was typed. */
function Back({ children }: { readonly children: string }) {
  return (
    <button className="ghost" form="details" name="step" value="back" formNoValidate>
      {children}
    </button>
  )
}
