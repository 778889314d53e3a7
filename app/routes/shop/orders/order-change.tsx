import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { changeOrder } from '#app/flows/orders/change-order.server.ts'
import { Temporal } from '#app/kernel/clock.ts'
import { openTimes } from '#app/reads/jobs/open-times.server.ts'
import { readOrderPage } from '#app/reads/orders/order-page.server.ts'
import { again, readForm, refuse, postedIn } from '#app/request/form.server.ts'
import { atCoop, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { writeMoment } from '#app/ui/figures.tsx'
import { ErrorSummary, type FormState, SubmitButton } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { inTenant } from '#tenants/scope.server.ts'
import { readDay, readMoment } from './dates.ts'
import { Times } from './times.tsx'

const DAYS = 5

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, at, t, url } = atCoop(args)
  const order = await readOrderPage(tenant, args.params['token'] ?? '', at)
  if (!order?.start || !order.end) throw notFound()
  if (order.state !== 'paid' || order.begun || order.cancelling.kept > 0n)
    throw redirect(pathTo('/orders/:token', { token: order.token }), 303)
  const today = at.toZonedDateTimeISO(tenant.timeZone).toPlainDate()
  const from = readDay(url.searchParams.get('from')) ?? today
  const stayMinutes = Math.round((Date.parse(order.end) - Date.parse(order.start)) / 60_000)
  const asked = { from: from.toString(), days: DAYS, teamSize: order.teamSize, stayMinutes, at }
  const days = await inTenant(tenant.id, (db) => openTimes(db, tenant, asked), { readOnly: true })
  return {
    title: t('orders:change'),
    token: order.token,
    start: order.start,
    days: days.map(({ date, slots }) => ({
      date,
      slots: slots.map(({ start, open }) => ({ start: start.toString(), open })),
    })),
    later: from.add({ days: DAYS }).toString(),
    earlier:
      Temporal.PlainDate.compare(from, today) > 0 ? from.subtract({ days: DAYS }).toString() : null,
  }
}

const asked = z.object({ slot: z.string({ message: 'forms:choose' }) })

export async function action(args: ActionFunctionArgs) {
  const { tenant, at } = atCoop(args)
  const order = await readOrderPage(tenant, args.params['token'] ?? '', at)
  if (!order) throw notFound()
  const fields = await postedIn(args.request.clone())
  const from = fields.get('from')
  if (typeof from === 'string')
    return redirect(pathTo('/orders/:token/change', { token: order.token }, { from }), 303)
  const form = await readForm(args.request, asked)
  if (!form.ok) return again(form.form)
  const start = readMoment(form.value.slot)
  if (!start) return again({ ...form.form, errors: { slot: 'forms:choose' } })
  const changed = await changeOrder(tenant, { order: order.id, start, at })
  // A page that is behind: the booking itself says what became of it.
  const behind = ['order-not-changeable', 'change-too-late'] as const
  return changed.ok || behind.some((refusal) => refusal === changed.refusal)
    ? redirect(pathTo('/orders/:token', { token: order.token }), 303)
    : refuse(form.form, 'slot', changed.refusal)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function ChangeOrder() {
  const data = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t, formatLocale } = useLanguage()
  const { timeZone } = useCoOp()
  return (
    <Shell page="quote">
      <main id="main" className="wrap page">
        <ErrorSummary form={form} labels={{ slot: t('orders:when') }} />
        <PageHead
          title={t('orders:change.head')}
          lead={t('orders:change.now', {
            when: writeMoment(data.start, 'visit', { locale: formatLocale, timeZone }),
          })}
        />
        <form method="post">
          <Times
            days={data.days}
            chosen=""
            error={form?.errors['slot']}
            earlier={data.earlier}
            later={data.later}
          />
          <p className="row-acts">
            <SubmitButton>{t('orders:change.do')}</SubmitButton>
            <a className="link" href={pathTo('/orders/:token', { token: data.token })}>
              {t('common:back')}
            </a>
          </p>
        </form>
      </main>
    </Shell>
  )
}
