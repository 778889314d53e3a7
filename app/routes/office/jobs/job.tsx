import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { writeMoney } from '#app/kernel/write-money.ts'
import { type ItemId, type OrderId, readId } from '#app/kernel/ids.ts'
import { viewOf } from '#app/offerings/views.tsx'
import { readJob } from '#app/reads/jobs/job-page.server.ts'
import { readFormData } from '#app/request/form.server.ts'
import { asMember, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { MoneyText, writeMoment } from '#app/ui/figures.tsx'
import { ErrorSummary, type FormState } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { NoticeOf, noticeIn, saying } from '#app/ui/notice.tsx'
import { OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { PriceTable, SplitBar, SplitKey } from '#app/views/books/split-bar.tsx'
import { splitPartsOf } from '#app/views/books/split-parts.ts'
import { actOnJob } from './job.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, member, at, t, url } = await asMember(args)
  const order = readId<OrderId>(args.params['id'])
  const item = readId<ItemId>(url.searchParams.get('item'))
  const job = order && (await readJob(tenant, { order, item, member: member.id, at }))
  if (!job) throw notFound()
  return { title: `${job.title} · ${t('jobs:jobs')}`, said: noticeIn(url, 'job-handed-back'), job }
}

export async function action(args: ActionFunctionArgs) {
  const acted = await actOnJob(await readFormData(args.request), await asMember(args))
  if (!acted.ok) return acted.answer
  const { order, item, act } = acted
  const notice = act === 'hand-back' ? saying('job-handed-back') : {}
  return redirect(pathTo('/office/jobs/:id', { id: order }, { item, ...notice }), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function JobPage() {
  const { job, said } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t, formatLocale } = useLanguage()
  const { currency, timeZone } = useCoOp()
  const view = viewOf(job.kind)
  const when = (moment: string | null, style: 'dated' | 'time') =>
    moment ? writeMoment(moment, style, { locale: formatLocale, timeZone }) : ''
  return (
    <OfficeShell>
      <main id="main" className="wrap page">
        <ErrorSummary form={form} labels={{}} />
        {said ? <NoticeOf notice={said} /> : null}
        <PageHead
          kicker={
            job.start ? (
              <>
                {when(job.start, 'dated')} – {when(job.end, 'time')}
              </>
            ) : null
          }
          title={<bdi>{job.title}</bdi>}
        />
        <Progress form={form} />
        <div className="duo">
          <div className="stack">
            <JobFacts />
            {view.Job ? <view.Job own={job.own} /> : null}
            <section>
              <h2 className="mb-3 text-xl">{t('jobs:job.priced')}</h2>
              <PriceTable
                rows={job.lines.map(({ label, quantity, amount }) => ({
                  name: (
                    <>
                      <bdi>{label}</bdi>
                      {quantity > 1 ? ` × ${quantity}` : ''}
                    </>
                  ),
                  minor: amount.minor,
                }))}
                total={job.total}
                currency={currency}
                caption={t('jobs:job.priced')}
                totalLabel={t('jobs:job.total')}
              />
            </section>
          </div>
          <JobSide />
        </div>
      </main>
    </OfficeShell>
  )
}

/** The steps of the member's own part, and the next action. */
function Progress({ form }: { readonly form: FormState | undefined }) {
  const { job } = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const { timeZone } = useCoOp()
  const { StepFields, useWorkWords } = viewOf(job.kind)
  const words = useWorkWords()
  if (!job.mine) return <p className="tag info">{t(`jobs:state.${job.state}`)}</p>
  const { next, opens } = job.mine
  const reached = job.states.indexOf(job.mine.state ?? '')
  return (
    <div className="mb-10 flex flex-wrap items-center justify-between gap-x-10 gap-y-5 border-y-[1.5px] border-ink py-5">
      <ol className="flex flex-wrap gap-x-8 gap-y-2">
        {job.states.map((state, index) => (
          <li
            key={state}
            className={`flex items-center gap-2 before:size-[0.7rem] before:rotate-45 before:border-[1.75px] ${
              index <= reached
                ? 'font-semibold before:border-olive before:bg-olive'
                : 'text-muted before:border-current'
            }`}
            aria-current={index === reached ? 'step' : undefined}
          >
            {words.state(state)}
          </li>
        ))}
      </ol>
      {next ? (
        <form method="post">
          <JobFields />
          {next.asks && StepFields ? <StepFields step={next.step} form={form} /> : null}
          <button className="btn big" name="step" value={next.step}>
            {words.step(next.step)}
          </button>
        </form>
      ) : opens ? (
        <p>
          {words.opens(
            opens.step,
            writeMoment(opens.opensAt, 'full', { locale: formatLocale, timeZone }),
          )}
        </p>
      ) : job.state === 'paid' ? (
        <p>{words.waits}</p>
      ) : (
        <p className="tag info">{t(`jobs:state.${job.state}`)}</p>
      )}
    </div>
  )
}

/** The fields of a form that name the item. */
function JobFields() {
  const { job } = useLoaderData<typeof loader>()
  return (
    <>
      <input type="hidden" name="order" value={job.id} />
      <input type="hidden" name="item" value={job.item} />
    </>
  )
}

/** The customer, the place and the notes. */
function JobFacts() {
  const { job } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <dl className="facts">
      <div>
        <dt>{t('jobs:job.customer')}</dt>
        <dd>
          <bdi>{job.customer}</bdi>
          {job.phone ? (
            <>
              <br />
              <a className="link" href={`tel:${job.phone}`} dir="ltr">
                {job.phone}
              </a>
            </>
          ) : job.noPhone ? (
            <span className="hint">
              {t(job.noPhone === 'none' ? 'jobs:job.phone.none' : 'jobs:job.phone')}
            </span>
          ) : null}
        </dd>
      </div>
      {job.where ? (
        <div>
          <dt>{t('jobs:job.where')}</dt>
          <dd>
            <bdi>{job.where}</bdi>
            <br />
            <a
              className="link"
              rel="noreferrer"
              href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(job.where)}`}
            >
              {t('jobs:job.map')}
            </a>
          </dd>
        </div>
      ) : null}
      {job.notes ? (
        <div>
          <dt>{t('jobs:job.notes')}</dt>
          <dd dir="auto">{job.notes}</dd>
        </div>
      ) : null}
      <div>
        <dt>{t('jobs:job.code')}</dt>
        <dd>
          <bdi className="mono">{job.code}</bdi>
        </dd>
      </div>
    </dl>
  )
}

/** The pay, the team, and the form to hand the job back. */
function JobSide() {
  const { job } = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const { currency } = useCoOp()
  const words = viewOf(job.kind).useWorkWords()
  const splitParts = splitPartsOf(job.shared, t, t('storefront:who.workers'))
  return (
    <aside className="stack">
      {job.mine ? (
        <section className="grid gap-3">
          <p className="text-muted">{t('jobs:job.yours')}</p>
          <p className="bignum">
            <MoneyText minor={job.mine.share} currency={currency} />
          </p>
          <SplitBar
            splitParts={splitParts}
            caption={t('storefront:to-workers', {
              amount: writeMoney({ minor: job.shared.workers, currency }, formatLocale),
            })}
          />
          <SplitKey splitParts={splitParts} currency={currency} small />
        </section>
      ) : null}
      <section>
        <h2 className="mb-3 text-xl">{t('jobs:job.team')}</h2>
        <ul className="mt-4 grid gap-3">
          {job.team.map(({ id, name, photo, state }) => (
            <li key={id} className="grid grid-cols-[3.75rem_minmax(0,1fr)] items-center gap-4">
              <Avatar id={id} photo={photo} />
              <span>
                <b>
                  <bdi>{name}</bdi>
                </b>
                {state ? <span className="hint">{words.state(state)}</span> : null}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {job.mine?.handBack ? (
        <details>
          <summary>{t('jobs:job.hand-back')}</summary>
          <form method="post" className="mt-3 grid justify-items-start gap-3">
            <JobFields />
            <p className="hint">{t('jobs:job.hand-back.hint')}</p>
            <button className="ghost" name="act" value="hand-back">
              {t('jobs:job.hand-back.do')}
            </button>
          </form>
        </details>
      ) : null}
      {job.mine?.tooLate ? (
        <section>
          <h2 className="mb-3 text-xl">{t('jobs:job.hand-back')}</h2>
          <p>{t('jobs:job.too-late')}</p>
          <p>
            <a className="link" href={pathTo('/office/members')}>
              {t('jobs:job.others')}
            </a>
          </p>
        </section>
      ) : null}
    </aside>
  )
}
