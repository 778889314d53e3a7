import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { changeOrder } from '#app/flows/orders/change-order.server.ts'
import { pagesOf } from '#app/offerings/registry.server.ts'
import { viewOf } from '#app/offerings/views.tsx'
import { readOrderPage } from '#app/reads/orders/order-page.server.ts'
import { invalidForm, readForm, refuse, readFormData } from '#app/request/form.server.ts'
import { atCoop, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { writeMoment, writePercent } from '#app/ui/figures.tsx'
import { ErrorSummary, type FormState, SubmitButton } from '#app/ui/form.tsx'
import { InWordsOf } from '#app/ui/in-words-of.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { PageHead } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { BookingPage } from './booking-page.tsx'
import { readMoment } from '#app/kernel/dates.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, at, t, url } = atCoop(args)
  const order = await readOrderPage(tenant, args.params['token'] ?? '', at)
  const item = order && itemIn(order, url)
  if (!order || !item?.start || !item.end) throw notFound()
  const times = pagesOf(item.kind).times
  if (!times) throw notFound()
  if (!item.moves) throw redirect(pathTo('/orders/:token', { token: order.token }), 303)
  const [start, end] = [readMoment(item.start), readMoment(item.end)]
  if (!start || !end) throw notFound()
  const asked = { item: item.id, own: item.own, start, end, from: url.searchParams.get('from'), at }
  return {
    title: t('orders:change'),
    kind: item.kind,
    token: order.token,
    start: item.start,
    terms: order.terms,
    shown: await times(tenant, asked),
  }
}

const asked = z.object({ slot: z.string({ message: 'forms:choose' }) })

type Shown = NonNullable<Awaited<ReturnType<typeof readOrderPage>>>

/** Returns the item that the address names, or the only item of the order. */
function itemIn({ items }: Shown, { searchParams }: URL) {
  const named = searchParams.get('item')
  if (named) return items.find(({ id }) => id === named)
  return items.length === 1 ? items[0] : undefined
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, at, url } = atCoop(args)
  const order = await readOrderPage(tenant, args.params['token'] ?? '', at)
  const item = order && itemIn(order, url)
  if (!item) throw notFound()
  const fields = await readFormData(args.request.clone())
  const from = fields.get('from')
  if (typeof from === 'string')
    return redirect(
      pathTo(
        '/orders/:token/change',
        { token: order.token },
        { from, item: url.searchParams.get('item') },
      ),
      303,
    )
  const form = await readForm(args.request, asked)
  if (!form.ok) return invalidForm(form.form)
  const start = readMoment(form.value.slot)
  if (!start) return invalidForm({ ...form.form, errors: { slot: 'forms:choose' } })
  const changed = await changeOrder(tenant, { order: order.id, item: item.id, start, at })
  // The page was out of date, so the order's own page tells its state.
  const behind = ['order-not-changeable', 'change-too-late'] as const
  return changed.ok || behind.some((refusal) => refusal === changed.refusal)
    ? redirect(pathTo('/orders/:token', { token: order.token }), 303)
    : refuse(form.form, 'slot', changed.refusal)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function ChangeOrder() {
  const { kind } = useLoaderData<typeof loader>()
  return (
    <InWordsOf kind={kind}>
      <ChangePage />
    </InWordsOf>
  )
}

function ChangePage() {
  const data = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t, formatLocale } = useLanguage()
  const { timeZone } = useCoOp()
  const { Times } = viewOf(data.kind)
  return (
    <BookingPage>
      <ErrorSummary form={form} labels={{ slot: t('orders:when') }} />
      <PageHead
        title={t('orders:change.head')}
        lead={t('orders:change.now', {
          when: writeMoment(data.start, 'dated', { locale: formatLocale, timeZone }),
        })}
      />
      {data.terms.freeHours > 0 && data.terms.keptBp > 0 ? (
        <p className="mb-8">
          {t('orders:change.near', {
            count: data.terms.freeHours,
            kept: writePercent(data.terms.keptBp, formatLocale),
          })}
        </p>
      ) : null}
      <form method="post">
        {Times ? <Times shown={data.shown} error={form?.errors['slot']} /> : null}
        <p className="row-acts">
          <SubmitButton>{t('orders:change.do')}</SubmitButton>
          <a className="link" href={pathTo('/orders/:token', { token: data.token })}>
            {t('common:back')}
          </a>
        </p>
      </form>
    </BookingPage>
  )
}
