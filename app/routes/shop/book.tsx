import { randomBytes } from 'node:crypto'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepsFloor } from '#app/flows/hourly-pay.ts'
import { placeOrder } from '#app/flows/place-order.server.ts'
import { startPayment } from '#app/flows/start-payment.server.ts'
import { readListing } from '#app/reads/listings-page.server.ts'
import { quoteOrUsual, sharedOut } from '#app/reads/sample-split.ts'
import { again, later, readForm, refuse } from '#app/request/form.server.ts'
import { asCustomer, notFound } from '#app/request/guards.server.ts'
import { tooOften } from '#app/request/limits.server.ts'
import { refuseSuspended } from '#app/request/suspended.server.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { writeMoment } from '#app/ui/figures.tsx'
import { ErrorSummary, type FormState, SubmitButton, TextArea, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { gateways } from '#app/wiring.server.ts'
import { details } from './book.server.ts'
import { readChoices, writeChoices } from './choices.ts'
import { readMoment } from './dates.ts'
import { useStay } from './duration.tsx'
import { Steps } from './steps.tsx'
import { QuoteSummary } from './summary.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asCustomer(args)
  const { tenant, at, t, url, person } = visit
  refuseSuspended(tenant, t)
  const listing = await readListing(tenant, args.params['slug'] ?? '', at)
  if (!listing) throw notFound()
  const slot = readMoment(url.searchParams.get('slot'))
  if (tenant.state !== 'open') throw redirect(`/listings/${listing.slug}/quote`)
  if (!slot) {
    url.searchParams.set('missing', 'slot')
    throw redirect(`/listings/${listing.slug}/quote?${url.searchParams}#slot`)
  }
  const { quote, choices } = quoteOrUsual(
    listing.fields,
    readChoices(url.searchParams, listing.fields, tenant.currency),
    tenant.currency,
  )
  const back = `/listings/${listing.slug}/quote?${url.searchParams}`
  if (!keepsFloor(quote, listing.charter)) throw redirect(back)
  return {
    title: t('shop:details.title', { name: tenant.name }),
    back,
    hidden: writeChoices(choices, url.searchParams.get('tip') ?? ''),
    slot: slot.toString(),
    key: randomBytes(18).toString('base64url'),
    person: person && { name: person.name, email: person.email },
    city: tenant.city,
    lines: quote.lines,
    total: quote.total.minor,
    stay: quote.stayMinutes,
    team: listing.fields.teamSize,
    shared: sharedOut(quote, listing.rule),
    charter: listing.charter,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, at, url, locale, person, peer, origin, t } = await asCustomer(args)
  const form = await readForm(args.request, details)
  if (!form.ok) return again(form.form)
  const {
    name,
    email: address,
    phone,
    line1,
    line2,
    city,
    postcode,
    notes,
    checkout,
    step,
  } = form.value
  if (step !== 'pay') return { ...form.form, errors: {}, step }
  const minutes = await tooOften('checkout', peer)
  if (minutes) return later(form.form, 'form', { minutes, t })

  const slug = args.params['slug'] ?? ''
  const listing = await readListing(tenant, slug, at)
  const start = readMoment(url.searchParams.get('slot'))
  if (!listing || !start) return refuse(form.form, 'form', 'listing-not-found')
  const placed = await placeOrder(tenant, {
    checkoutKey: checkout,
    listing: slug,
    choices: readChoices(url.searchParams, listing.fields, tenant.currency),
    start,
    buyer: { person: person?.id ?? null, name, email: address, phone, locale },
    address: { line1, line2, city, postcode },
    notes,
    at,
  })
  if (!placed.ok) return refuse(form.form, 'form', placed.refusal)
  const { id, token } = placed.value
  const urls = {
    returnUrl: `${origin}/orders/${token}/paid`,
    cancelUrl: `${origin}/orders/${token}`,
  }
  const page = await startPayment(gateways().processor, tenant, { order: id, ...urls, at })
  return redirect(page.ok ? page.value : `/orders/${token}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Book() {
  const data = useLoaderData<typeof loader>()
  const form = useActionData<FormState & { readonly step?: string }>()
  const { t, formatLocale } = useLanguage()
  const { timeZone } = useCoOp()
  const when = writeMoment(data.slot, 'full', { locale: formatLocale, timeZone })
  const checking = form?.step === 'check'
  return (
    <Shell page="quote">
      <main id="main" className="wrap page">
        <Steps now={checking ? 'check' : 'details'} />
        <ErrorSummary form={form} />
        {form?.errors['form']?.startsWith('refusals:slot-') ? (
          <p>
            <a className="link" href={data.back}>
              {t('shop:choose-other')}
            </a>
          </p>
        ) : null}
        <PageHead title={checking ? t('shop:check.head') : t('shop:details.head', { when })} />
        <form method="post" className="q">
          <input type="hidden" name="checkout" value={form?.values['checkout'] ?? data.key} />
          {checking ? <Checked values={form.values} when={when} /> : <Details form={form} />}
          <QuoteSummary
            lines={data.lines}
            total={data.total}
            shared={data.shared}
            floorMinor={data.charter.floor.hourlyMinor}
            when={when}
            stay={useStay()(data.stay, data.team)}
          >
            <GoOn checking={checking} />
            <p className="sm muted">
              {t('shop:cancel-rule', { count: data.charter.cancellation.freeHours })}
            </p>
          </QuoteSummary>
        </form>
        <p>
          <a className="link" href={data.back}>
            {t('shop:back-to-price')}
          </a>
        </p>
      </main>
    </Shell>
  )
}

function GoOn({ checking }: { readonly checking: boolean }) {
  const { t, formatLocale } = useLanguage()
  const { currency } = useCoOp()
  const { total } = useLoaderData<typeof loader>()
  if (!checking)
    return (
      <SubmitButton name="step" value="check">
        {t('shop:to-check')}
      </SubmitButton>
    )
  return (
    <>
      <SubmitButton name="step" value="pay">
        {t('shop:to-pay', { total: writeMoney({ minor: total, currency }, formatLocale) })}
      </SubmitButton>
      <SubmitButton name="step" value="edit" ghost>
        {t('shop:change-details')}
      </SubmitButton>
    </>
  )
}

type FormShown = {
  readonly form:
    | { readonly values: Record<string, string>; readonly errors: Record<string, string> }
    | undefined
}

function Details({ form }: FormShown) {
  const { t } = useLanguage()
  const { person, city } = useLoaderData<typeof loader>()
  return (
    <div>
      <h2>{t('shop:details.who')}</h2>
      <TextField
        form={form}
        name="name"
        label={t('shop:name')}
        autoComplete="name"
        value={person?.name}
      />
      <TextField
        form={form}
        name="email"
        label={t('shop:email')}
        hint={t('shop:email.hint')}
        type="email"
        autoComplete="email"
        value={person?.email}
      />
      <TextField
        form={form}
        name="phone"
        label={t('shop:phone')}
        type="tel"
        autoComplete="tel"
        optional
        ltr
      />
      <h2>{t('shop:details.where')}</h2>
      <TextField form={form} name="line1" label={t('shop:line1')} autoComplete="address-line1" />
      <TextField
        form={form}
        name="line2"
        label={t('shop:line2')}
        autoComplete="address-line2"
        optional
      />
      <div className="grid2">
        <TextField
          form={form}
          name="city"
          label={t('shop:city')}
          autoComplete="address-level2"
          value={city}
        />
        <TextField
          form={form}
          name="postcode"
          label={t('shop:postcode')}
          autoComplete="postal-code"
        />
      </div>
      <TextArea
        form={form}
        name="notes"
        label={t('shop:notes')}
        hint={t('shop:notes.hint')}
        optional
      />
    </div>
  )
}

const SHOWN = ['name', 'email', 'phone', 'line1', 'line2', 'city', 'postcode', 'notes'] as const

/** What was written, to be read once more before it is paid. */
function Checked({
  values,
  when,
}: {
  readonly values: Record<string, string>
  readonly when: string
}) {
  const { t } = useLanguage()
  return (
    <dl className="facts">
      <div>
        <dt>{t('shop:when')}</dt>
        <dd>{when}</dd>
      </div>
      {SHOWN.map((name) => (
        <div key={name}>
          <dt>{t(`shop:${name}`)}</dt>
          <dd dir="auto">
            {values[name] || '–'}
            <input type="hidden" name={name} value={values[name] ?? ''} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
