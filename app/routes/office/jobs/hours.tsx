import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { mayEditHoursOfOthers } from '#app/domains/members/may.ts'
import {
  deleteException,
  recordException,
  renewCalendar,
} from '#app/flows/jobs/save-hours.server.ts'
import { readId } from '#app/kernel/ids.ts'
import { readHours } from '#app/reads/jobs/hours-page.server.ts'
import { invalidForm, readFormData, readFields, refuse } from '#app/request/form.server.ts'
import { asMember, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { EditConflict } from '#app/ui/edit-conflict.tsx'
import { ErrorSummary, type FormState } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { NoticeOf, noticeIn, saying } from '#app/ui/notice.tsx'
import { OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { readException } from './hours-form.server.ts'
import { Exceptions, useHoursLabels, Week } from './hours-parts.tsx'
import { TwoWeeks } from './hours-picture.tsx'
import { saveWeekForm, whoseHours } from './hours.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asMember(args)
  const { tenant, at, t, url, member } = visit
  const page = await readHours(tenant, whoseHours(visit), at)
  if (!page) throw notFound()
  const own = page.id === member.id
  return {
    ...page,
    title: t('jobs:title'),
    own,
    said: noticeIn(url, 'hours-saved'),
    everybody: mayEditHoursOfOthers(member) ? page.everybody : [],
    feed: own ? url.origin + pathTo('/calendar/:file', { file: `${page.feed}.ics` }) : null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asMember(args)
  const { tenant, at, url } = visit
  const member = whoseHours(visit)
  const whose = { member, by: visit.member }
  const posted = await readFormData(args.request)
  const act = posted.get('act')
  if (act === 'exception') {
    const today = at.toZonedDateTimeISO(tenant.timeZone).toPlainDate().toString()
    const read = readException(posted, today)
    if (!read.ok) return invalidForm(read.form)
    const noted = await recordException(tenant.id, { ...whose, ...read.value })
    if (!noted.ok && noted.refusal === 'not-found') throw notFound()
    if (!noted.ok) return refuse(read.form, 'date', noted.refusal)
  } else if (act === 'forget' || act === 'feed') {
    const { form } = readFields(posted, z.object({}))
    const id = readId(posted.get('id'))
    if (act === 'forget' && !id) throw notFound()
    const done =
      act === 'forget' && id
        ? await deleteException(tenant.id, { ...whose, id })
        : await renewCalendar(tenant.id, visit.member.id)
    if (!done.ok) return refuse(form, 'form', done.refusal)
  } else {
    const unsaved = await saveWeekForm(visit, member, posted)
    if (unsaved) return unsaved
  }
  url.searchParams.set('said', saying('hours-saved').said)
  return redirect(pathTo('/office/hours', url.searchParams), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Hours() {
  const page = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const labels = useHoursLabels()
  return (
    <OfficeShell>
      <main id="main" className="wrap page">
        <ErrorSummary form={form} labels={labels} />
        <EditConflict
          form={form}
          labels={labels}
          query={page.own ? '' : `?member=${page.id}`}
          act="week"
        />
        {page.said && !form ? <NoticeOf notice={page.said} /> : null}
        <PageHead
          title={page.own ? t('jobs:head') : t('jobs:head.of', { name: page.name })}
          lead={t('jobs:lead')}
        />
        {page.everybody.length > 1 ? (
          <form method="get" className="mb-8 flex flex-wrap items-center gap-x-4 gap-y-3">
            <label htmlFor="member">{t('jobs:whose')}</label>
            <select className="w-auto" id="member" name="member" defaultValue={page.id}>
              {page.everybody.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <button className="ghost">{t('storefront:show')}</button>
          </form>
        ) : null}
        <TwoWeeks days={page.days} />
        <div className="duo">
          <Week form={form} page={page} />
          <div className="stack">
            <Exceptions form={form} exceptions={page.exceptions} />
            {page.feed ? <Feed address={page.feed} /> : null}
          </div>
        </div>
      </main>
    </OfficeShell>
  )
}

function Feed({ address }: { readonly address: string }) {
  const { t } = useLanguage()
  return (
    <section className="grid gap-3 border-t-[1.5px] border-ink pt-5">
      <h2>{t('jobs:feed')}</h2>
      <p>{t('jobs:feed.what')}</p>
      <p className="mono bg-surface-2 p-3 select-all" dir="ltr">
        {address}
      </p>
      <form method="post">
        <button className="ghost" name="act" value="feed">
          {t('jobs:feed.renew')}
        </button>
      </form>
    </section>
  )
}
