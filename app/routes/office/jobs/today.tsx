import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { viewOf } from '#app/offerings/views.tsx'
import { readToday } from '#app/reads/jobs/today-page.server.ts'
import { readFormData } from '#app/request/form.server.ts'
import { asMember } from '#app/request/guards.server.ts'
import { MoneyText, writeList, writeMoment } from '#app/ui/figures.tsx'
import { ErrorSummary, type FormState } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Note, OfficeShell } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { Checklist } from '#app/routes/office/founding/checklist.tsx'
import { pathTo } from '#app/site-map/paths.ts'
import { ProposalRows } from '#app/views/decisions/proposal-rows.tsx'
import { actOnJob } from './job.server.ts'
import { WeekChart } from './week-chart.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, member, at, t } = await asMember(args)
  return {
    title: t('jobs:today', { name: tenant.name }),
    name: member.name,
    at: at.toString(),
    ...(await readToday(tenant, member.id, at)),
  }
}

export async function action(args: ActionFunctionArgs) {
  const acted = await actOnJob(await readFormData(args.request), await asMember(args))
  return acted.ok ? redirect(pathTo('/office'), 303) : acted.answer
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Today() {
  const data = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t, formatLocale } = useLanguage()
  const { currency, timeZone } = useCoOp()
  const firstName = data.name.split(' ')[0]
  const quiet = data.jobs.length === 0
  const ahead = data.jobs.filter(({ phase }) => phase !== 'over')
  return (
    <OfficeShell>
      <main id="main" className="wrap">
        <ErrorSummary form={form} labels={{}} />
        <header className="pt-10 pb-12">
          <p className="text-muted">
            {writeMoment(data.at, 'day', { locale: formatLocale, timeZone })}
          </p>
          <h1 className="mt-2 max-w-[20ch] text-[clamp(2.25rem,1.4rem+3.6vw,4rem)] tracking-display">
            {ahead.length === 0
              ? t('jobs:hello.none', { name: firstName })
              : t('jobs:hello', { name: firstName, count: ahead.length })}
          </h1>
        </header>
        {data.founding ? (
          <Note kind={data.founding.mine ? 'ok' : undefined}>
            <p>{t(data.founding.mine ? 'members:ratify.mine' : 'jobs:ratify.waiting')}</p>
            {data.founding.mine ? (
              <p>
                {t('members:ratify.waiting-for', {
                  names: writeList(data.founding.others, formatLocale),
                })}
              </p>
            ) : null}
            <p>
              <a className="link" href={pathTo('/office/charter')}>
                {t(data.founding.mine ? 'jobs:ratify.see' : 'members:ratify.head')}
              </a>
            </p>
          </Note>
        ) : null}
        {data.steps && quiet ? <Checklist steps={data.steps} className="mb-16" /> : null}
        <div className="grid grid-cols-[minmax(0,1.45fr)_minmax(0,1fr)] items-start gap-16 max-lg:grid-cols-1 max-lg:gap-12">
          <section>
            <h2>{t('jobs:jobs')}</h2>
            {data.jobs.length === 0 ? <p className="text-muted">{t('jobs:jobs.none')}</p> : null}
            <ol className="stack-s">
              {data.jobs.map((job) => (
                <Job key={job.item} job={job} />
              ))}
            </ol>
          </section>
          <div className="grid gap-16">
            <section>
              <h2>{t('jobs:owed')}</h2>
              <p className="mb-4">
                <b className="text-3xl leading-[1.1] tracking-display">
                  <MoneyText minor={data.owed} currency={currency} />
                </b>
              </p>
              <p className="text-muted">{t('jobs:owed.what')}</p>
              <p>
                <a className="link" href={pathTo('/office/earnings')}>
                  {t('members:statement')}
                </a>
              </p>
            </section>
            {data.week.some(({ minor }) => minor !== 0n) ? <WeekChart days={data.week} /> : null}
            <section>
              <h2>{t('members:votes')}</h2>
              <ProposalRows rows={data.open} address="/office/decisions/:number" pressable />
              <p className="mt-1">
                <a className="link" href={pathTo('/office/decisions/new')}>
                  {t('decisions:new')}
                </a>
              </p>
            </section>
          </div>
        </div>
        {data.steps && !quiet ? <Checklist steps={data.steps} className="mt-section" /> : null}
      </main>
    </OfficeShell>
  )
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

function Job({ job }: { readonly job: Loaded['jobs'][number] }) {
  const { formatLocale } = useLanguage()
  const { timeZone } = useCoOp()
  const at = (moment: string, style: 'full' | 'time') =>
    writeMoment(moment, style, { locale: formatLocale, timeZone })
  const words = viewOf(job.kind).useWorkWords()
  const { next } = job
  const address = pathTo('/office/jobs/:id', { id: job.order }, { item: job.item })
  return (
    <li
      className={`mt-4 mb-0.5 flex flex-col border-s-6 px-5 py-4 ${
        job.phase === 'active'
          ? 'border-saffron bg-accent-soft'
          : 'border-split-worker bg-surface-2'
      }`}
    >
      <p className="flex max-w-none flex-wrap items-center gap-[0.4em] text-sm leading-[1.4] text-muted">
        {job.start && job.end ? (
          <>
            {at(job.start, 'full')} – {at(job.end, 'time')}{' '}
          </>
        ) : null}
        {job.state ? <span className="tag warn sm:ms-auto">{words.state(job.state)}</span> : null}
      </p>
      <h3 className="text-xl max-sm:text-lg/tight">
        <a href={address}>
          <bdi>{job.title}</bdi> · <bdi>{job.customer}</bdi>
        </a>
      </h3>
      <p className="text-sm leading-[1.45]">
        <bdi>{job.where}</bdi>
      </p>
      {job.notes ? (
        <p className="mt-0 text-sm leading-[1.45]" dir="auto">
          {job.notes}
        </p>
      ) : null}
      {next?.asks ? (
        <p className="mt-4">
          <a className="btn" href={address}>
            {words.step(next.step)}
          </a>
        </p>
      ) : next ? (
        <form method="post" className="mt-4 flex">
          <input type="hidden" name="order" value={job.order} />
          <input type="hidden" name="item" value={job.item} />
          <button
            className="btn"
            name="step"
            value={next.step}
            aria-label={[
              `${words.step(next.step)}: ${job.title}`,
              ...(job.start ? [at(job.start, 'full')] : []),
            ].join(', ')}
          >
            {words.step(next.step)}
          </button>
        </form>
      ) : null}
    </li>
  )
}
