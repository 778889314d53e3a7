import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { needed } from '#app/config.ts'
import { castBallot } from '#app/flows/decisions/cast-ballot.server.ts'
import { addComment } from '#app/flows/decisions/discuss.server.ts'
import { renewDecision } from '#app/flows/decisions/renew-decision.server.ts'
import { readProposal } from '#app/reads/decisions/proposal-page.server.ts'
import { invalidForm, readForm, refuse } from '#app/request/form.server.ts'
import { oneOf, requiredParagraph } from '#app/request/form-fields.server.ts'
import { asMember, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { MomentText, writeMoment } from '#app/ui/figures.tsx'
import { ErrorSummary, type FormState, SubmitButton, TextArea } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Lock } from '#app/ui/marks.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { ProposalBody } from '#app/views/decisions/proposal-body.tsx'
import { ProposalCourse } from '#app/views/decisions/proposal-course.tsx'
import { ProposalSunset } from '#app/views/decisions/proposal-sunset.tsx'

async function find(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const visit = await asMember(args)
  const number = args.params['number'] ?? ''
  const page = /^\d{1,6}$/.test(number)
    ? await readProposal(visit.tenant, Number(number), {
        member: visit.member.id,
        key: needed('APP_SECRET'),
      })
    : undefined
  if (!page) throw notFound()
  return { ...visit, page }
}

export async function loader(args: LoaderFunctionArgs) {
  const { page } = await find(args)
  return { title: page.title, page }
}

const acts = z.discriminatedUnion('act', [
  z.object({ act: z.literal('vote'), choice: oneOf(['yes', 'no', 'abstain']) }),
  z.object({ act: z.literal('renew') }),
  z.object({
    act: z.literal('say'),
    body: requiredParagraph(4000),
  }),
])

export async function action(args: ActionFunctionArgs) {
  const { page, tenant, member, at } = await find(args)
  const form = await readForm(args.request, acts)
  if (!form.ok) return invalidForm(form.form)
  const here = pathTo('/office/decisions/:number', { number: page.number })
  if (form.value.act === 'say') {
    const said = await addComment(tenant.id, {
      proposal: page.id,
      member: member.id,
      body: form.value.body,
      at,
    })
    return said.ok ? redirect(here, 303) : refuse(form.form, 'body', said.refusal)
  }
  if (form.value.act === 'renew') {
    const renewed = await renewDecision(tenant, { proposal: page.id, member, at })
    return renewed.ok
      ? redirect(pathTo('/office/decisions/:number', { number: renewed.value.number }), 303)
      : refuse(form.form, 'renew', renewed.refusal)
  }
  const done = await castBallot(tenant.id, {
    proposal: page.id,
    member: member.id,
    choice: form.value.choice,
    key: needed('APP_SECRET'),
    at,
  })
  return done.ok ? redirect(here, 303) : refuse(form.form, 'choice', done.refusal)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function OfficeDecision() {
  const { page } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const { timeZone } = useCoOp()
  return (
    <OfficeShell>
      <main id="main" className="wrap page">
        <ErrorSummary
          form={form}
          labels={{ choice: t('decisions:ballot'), body: t('decisions:say') }}
        />
        <PageHead
          kicker={t('decisions:number', { number: page.number })}
          title={<bdi>{page.title}</bdi>}
          lead={t('decisions:by', { name: page.author })}
        />
        <div className="grid grid-cols-[minmax(0,1.7fr)_minmax(19rem,1fr)] items-start gap-20 max-lg:grid-cols-1 max-lg:gap-12">
          <ProposalBody page={page} />
          <aside className="grid gap-12 max-lg:contents">
            {page.state === 'voting' ? <BallotForm /> : null}
            <ProposalSunset page={page} address="/office/decisions/:number">
              <form method="post" id="renew">
                <SubmitButton ghost name="act" value="renew">
                  {t('decisions:renew')}
                </SubmitButton>
              </form>
            </ProposalSunset>
            <ProposalCourse page={page} />
            <Votes />
          </aside>
        </div>
        <section className="mt-section border-t-[1.5px] border-ink pt-8">
          <h2 className="mb-4">{t('decisions:discussion')}</h2>
          <ol className="portraits grid grid-cols-3 gap-10 max-lg:grid-cols-1">
            {page.comments.map((comment) => (
              <li key={comment.id} className="grid grid-cols-[4rem_1fr] items-start gap-4">
                <Avatar id={comment.member} photo={comment.photo} />
                <div>
                  <p className="flex flex-wrap items-center gap-x-3 text-sm font-semibold">
                    <bdi>{comment.by}</bdi>
                    <span className="text-muted text-sm">
                      <MomentText at={comment.at} style="short" timeZone={timeZone} />
                    </span>
                  </p>
                  <Paragraphs text={comment.body} className="nth-2:mt-1" />
                </div>
              </li>
            ))}
          </ol>
          <form method="post" className="narrow mt-8">
            <TextArea form={form} name="body" label={t('decisions:say')} />
            <SubmitButton ghost name="act" value="say">
              {t('decisions:say.send')}
            </SubmitButton>
          </form>
        </section>
      </main>
    </OfficeShell>
  )
}

/** The members behind each choice, after an open vote. */
function Votes() {
  const { page } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  if (!page.votes || page.votes.length === 0) return null
  return (
    <section className="max-lg:order-1">
      <h2 className="mb-4">{t('decisions:roll')}</h2>
      <p className="text-sm text-muted">{t('decisions:roll.lead')}</p>
      <dl className="mt-4 grid gap-4">
        {(['yes', 'no', 'abstain'] as const).map((choice) => {
          const names = page.votes?.filter((vote) => vote.choice === choice) ?? []
          return names.length === 0 ? null : (
            <div key={choice}>
              <dt className="mb-1 border-b border-line pb-1 font-semibold">
                {t(`decisions:${choice}`)}
              </dt>
              {names.map(({ name }) => (
                <dd key={name}>
                  <bdi>{name}</bdi>
                </dd>
              ))}
            </div>
          )
        })}
      </dl>
    </section>
  )
}

function BallotForm() {
  const { page } = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const { timeZone } = useCoOp()
  return (
    <form
      className="overflow-hidden rounded border-[1.5px] border-ink max-lg:-order-1"
      method="post"
      aria-labelledby="ballot"
    >
      <div className="grid gap-4 p-6">
        <h2 id="ballot">{t('decisions:ballot')}</h2>
        {page.choice ? (
          <p>{t('decisions:your-choice', { choice: t(`decisions:${page.choice}`) })}</p>
        ) : null}
        <fieldset className="border-t-[1.5px] border-ink" id="choice">
          <legend className="sr-only">{t('decisions:ballot')}</legend>
          {(['yes', 'no', 'abstain'] as const).map((choice) => (
            <label
              key={choice}
              className="flex min-h-16 cursor-pointer items-center gap-4 border-b border-line py-3"
            >
              <input
                className="size-9 checked:before:size-[0.9rem]"
                type="radio"
                name="choice"
                value={choice}
                defaultChecked={page.choice === choice}
              />
              <b className="block text-xl leading-[1.2]">{t(`decisions:${choice}`)}</b>
            </label>
          ))}
        </fieldset>
        <SubmitButton name="act" value="vote">
          {t('decisions:vote')}
        </SubmitButton>
        <p className="flex items-center gap-2 text-sm text-muted">
          {page.secret ? <Lock /> : null}
          <span>{t(page.secret ? 'decisions:secret' : 'decisions:open-ballot')}</span>
        </p>
      </div>
      <p className="flex max-w-none border-t-2 border-dashed border-line-strong bg-accent-soft px-6 py-4">
        <span className="text-sm">
          {t('decisions:closes', {
            when: writeMoment(page.closesAt, 'full', { locale: formatLocale, timeZone }),
          })}
        </span>
      </p>
    </form>
  )
}
