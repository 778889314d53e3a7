import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { cancelOrder } from '#app/flows/orders/cancel-order.server.ts'
import { startPayment } from '#app/flows/payments/start-payment.server.ts'
import { writeReview } from '#app/flows/orders/write-review.server.ts'
import { readOrderPage } from '#app/reads/orders/order-page.server.ts'
import { invalidForm, readForm, refuse } from '#app/request/form.server.ts'
import { paragraph, sentText } from '#app/request/form-fields.server.ts'
import { atCoop, notFound } from '#app/request/guards.server.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { writeMoney } from '#app/kernel/write-money.ts'
import { commonKind } from '#app/locales/kind-words.ts'
import { viewOf } from '#app/offerings/views.tsx'
import { pathTo } from '#app/site-map/paths.ts'
import { MoneyText, writeMoment } from '#app/ui/figures.tsx'
import { ErrorSummary, type FormState, SubmitButton } from '#app/ui/form.tsx'
import { InWordsOf } from '#app/ui/in-words-of.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Note, PageHead, Shell } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { NoBreak } from '#app/ui/no-break.tsx'
import { gateways } from '#app/wiring.server.ts'
import { Cancelling, Named } from './cancelling.tsx'
import { hasBegun, headOf, whatOf } from './order-words.ts'
import { ReviewForm } from './review-form.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, at, t } = atCoop(args)
  const order = await readOrderPage(tenant, args.params['token'] ?? '', at)
  if (!order) throw notFound()
  return { title: t('orders:title', { code: order.code, name: tenant.name }), order }
}

const acts = z.discriminatedUnion('act', [
  z.object({ act: z.literal('pay') }),
  z.object({ act: z.literal('cancel'), item: sentText(40) }),
  z.object({
    act: z.literal('review'),
    item: sentText(40),
    stars: z.enum(['1', '2', '3', '4', '5'], { message: 'forms:choose' }),
    body: paragraph(2000),
  }),
])

export async function action(args: ActionFunctionArgs) {
  const { tenant, at, origin } = atCoop(args)
  const order = await readOrderPage(tenant, args.params['token'] ?? '', at)
  if (!order) throw notFound()
  const form = await readForm(args.request, acts)
  if (!form.ok) return invalidForm(form.form)
  const here = pathTo('/orders/:token', { token: order.token })
  if (form.value.act === 'pay') {
    const urls = {
      returnUrl: origin + pathTo('/orders/:token/paid', { token: order.token }),
      cancelUrl: origin + here,
    }
    const page = await startPayment(gateways().processor, tenant, { order: order.id, ...urls, at })
    return page.ok ? redirect(page.value, 303) : refuse(form.form, 'form', page.refusal)
  }
  const { value } = form
  const named = order.items.find(({ id }) => id === value.item)
  if (value.item && !named) return refuse(form.form, 'form', 'order-not-found')
  const item = named ? { item: named.id } : {}
  const done =
    value.act === 'cancel'
      ? await cancelOrder(tenant, order.id, { ...item, by: 'customer', reason: '', at })
      : await writeReview(tenant.id, {
          order: order.id,
          ...item,
          stars: Number(value.stars),
          body: value.body,
          at,
        })
  return done.ok ? redirect(here, 303) : refuse(form.form, 'form', done.refusal)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? '' },
  { name: 'robots', content: 'noindex' },
]

export default function FollowedOrder() {
  const { order } = useLoaderData<typeof loader>()
  return (
    <InWordsOf kind={commonKind(order.items)}>
      <OrderPage />
    </InWordsOf>
  )
}

function OrderPage() {
  const { order } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t, formatLocale } = useLanguage()
  const { timeZone, currency } = useCoOp()
  const when = order.start
    ? writeMoment(order.start, 'full', { locale: formatLocale, timeZone })
    : ''
  const until = order.holdUntil
    ? writeMoment(order.holdUntil, 'time', { locale: formatLocale, timeZone })
    : ''
  return (
    <Shell>
      <main id="main" className="wrap page">
        <ErrorSummary
          form={form}
          labels={{ stars: t('orders:review.stars'), body: t('orders:review.words') }}
        />
        <PageHead
          kicker={t('orders:code', { code: order.code })}
          title={<NoBreak of={when}>{headOf(order, t, when)}</NoBreak>}
          lead={t(whatOf(order), {
            until,
            kept: writeMoney({ minor: order.cancelling.retained, currency }, formatLocale),
          })}
        />
        <div className="duo">
          <div className="stack">
            <Facts />
            <Ordered />
            <Reviews form={form} />
          </div>
          <aside className="stack">
            <People />
            <Acts />
          </aside>
        </div>
      </main>
    </Shell>
  )
}

/** What only their kinds show of the items. */
function Ordered() {
  const { order } = useLoaderData<typeof loader>()
  return order.items.map(({ id, kind, own, settled }) => {
    const { Ordered: OfKind } = viewOf(kind)
    return OfKind ? <OfKind key={id} own={own} settled={settled} /> : null
  })
}

/** The customer's reviews, and the form for the first item that is settled and not reviewed. */
function Reviews({ form }: { readonly form: FormState | undefined }) {
  const { order } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const next = order.items.find(({ settled, review }) => settled && !review)
  return (
    <>
      {next ? <ReviewForm form={form} item={next.id} title={titleIn(order, next)} /> : null}
      {order.items.map(({ id, title, review }) =>
        review ? (
          <Note key={id} kind="ok">
            <p>
              <Named title={titleIn(order, { title })} />
              {t('orders:reviewed', { stars: review.stars })} <bdi>{review.body}</bdi>
            </p>
          </Note>
        ) : null,
      )}
    </>
  )
}

const titleIn = ({ items }: Followed, { title }: { readonly title: string }) =>
  items.length > 1 ? title : null

type Followed = ReturnType<typeof useLoaderData<typeof loader>>['order']

function Facts() {
  const { order } = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const { timeZone, currency } = useCoOp()
  const when = order.start
    ? writeMoment(order.start, 'dated', { locale: formatLocale, timeZone })
    : ''
  return (
    <dl className="facts">
      <div>
        <dt>{t('orders:booked')}</dt>
        <dd dir="auto">{order.title}</dd>
      </div>
      {when ? (
        <div>
          <dt>{t('orders:when')}</dt>
          <dd>{when}</dd>
        </div>
      ) : null}
      {order.where ? (
        <div>
          <dt>{t('orders:where')}</dt>
          <dd dir="auto">{order.where}</dd>
        </div>
      ) : null}
      <div>
        <dt>{t('orders:total')}</dt>
        <dd>
          <MoneyText minor={order.total} currency={currency} />
        </dd>
      </div>
      {order.most > order.total ? (
        <div>
          <dt>{t('orders:most')}</dt>
          <dd>
            <MoneyText minor={order.most} currency={currency} />
          </dd>
        </div>
      ) : null}
      {order.payment && order.payment.refunded > 0n ? (
        <div>
          <dt>{t('orders:refunded')}</dt>
          <dd>
            <MoneyText minor={order.payment.refunded} currency={currency} />
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

function People() {
  const { order } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  if (order.team.length === 0) return null
  return (
    <section>
      <h2>{t('orders:team')}</h2>
      <ul className="mt-4 grid grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] gap-4">
        {order.team.map(({ id, name, photo }) => (
          <li key={id}>
            <Avatar id={id} photo={photo} />
            <bdi>{name.split(' ')[0]}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Acts() {
  const { order } = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const { currency } = useCoOp()
  return (
    <section className="stack-s">
      {order.state === 'placed' ? (
        <form method="post">
          <SubmitButton name="act" value="pay">
            {t('orders:pay', {
              total: writeMoney({ minor: order.most, currency }, formatLocale),
            })}
          </SubmitButton>
        </form>
      ) : null}
      {order.payment?.state === 'captured' ? (
        <p>
          <a className="btn ghost" href={pathTo('/orders/:token/receipt', { token: order.token })}>
            {t('orders:receipt')}
          </a>
        </p>
      ) : null}
      {order.items.map((item) =>
        item.moves ? (
          <p key={item.id}>
            <a className="btn ghost" href={changePath(order, item)}>
              <Named title={titleIn(order, item)} />
              {t('orders:change')}
            </a>
          </p>
        ) : null,
      )}
      {order.state === 'placed' || (order.state === 'paid' && !hasBegun(order)) ? (
        <Cancelling unpaid={order.state === 'placed'} cancelling={order.cancelling} />
      ) : null}
      {order.items.map((item) =>
        item.cancels && order.items.length > 1 ? (
          <Cancelling key={item.id} unpaid={false} {...item} />
        ) : null,
      )}
      {order.state === 'lapsed' && order.listing ? (
        <p>
          <a className="btn" href={pathTo('/listings/:slug/quote', { slug: order.listing })}>
            {t('orders:again')}
          </a>
        </p>
      ) : null}
    </section>
  )
}

const changePath = ({ token, items }: Followed, { id }: { readonly id: string }) =>
  pathTo('/orders/:token/change', { token }, { item: items.length > 1 ? id : undefined })
