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
import { again, oneOf, paragraph, readForm, refuse } from '#app/request/form.server.ts'
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
    body: paragraph(4000).pipe(z.string().min(1, 'forms:required')),
  }),
])

export async function action(args: ActionFunctionArgs) {
  const { page, tenant, member, at } = await find(args)
  const form = await readForm(args.request, acts)
  if (!form.ok) return again(form.form)
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
    <OfficeShell page="proposal">
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
        <div className="cols">
          <ProposalBody page={page} />
          <aside className="side">
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
        <section className="disc">
          <h2>{t('decisions:discussion')}</h2>
          <ol>
            {page.comments.map((comment) => (
              <li key={comment.id}>
                <Avatar id={comment.member} photo={comment.photo} />
                <div>
                  <p className="who">
                    <bdi>{comment.by}</bdi>
                    <span className="text-muted text-sm">
                      <MomentText at={comment.at} style="short" timeZone={timeZone} />
                    </span>
                  </p>
                  <Paragraphs text={comment.body} />
                </div>
              </li>
            ))}
          </ol>
          <form method="post" className="narrow">
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

/** Who chose what in an open vote that is over. */
function Votes() {
  const { page } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  if (!page.votes || page.votes.length === 0) return null
  return (
    <section className="roll">
      <h2>{t('decisions:roll')}</h2>
      <p className="text-sm text-muted">{t('decisions:roll.lead')}</p>
      <dl>
        {(['yes', 'no', 'abstain'] as const).map((choice) => {
          const names = page.votes?.filter((vote) => vote.choice === choice) ?? []
          return names.length === 0 ? null : (
            <div key={choice}>
              <dt>{t(`decisions:${choice}`)}</dt>
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
    <form className="ballot" method="post" aria-labelledby="ballot">
      <div className="bi">
        <h2 id="ballot">{t('decisions:ballot')}</h2>
        {page.choice ? (
          <p>{t('decisions:your-choice', { choice: t(`decisions:${page.choice}`) })}</p>
        ) : null}
        <fieldset id="choice">
          <legend className="sr-only">{t('decisions:ballot')}</legend>
          {(['yes', 'no', 'abstain'] as const).map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name="choice"
                value={choice}
                defaultChecked={page.choice === choice}
              />
              <b>{t(`decisions:${choice}`)}</b>
            </label>
          ))}
        </fieldset>
        <SubmitButton name="act" value="vote">
          {t('decisions:vote')}
        </SubmitButton>
        <p className="text-sm text-muted sec">
          {page.secret ? <Lock /> : null}
          <span>{t(page.secret ? 'decisions:secret' : 'decisions:open-ballot')}</span>
        </p>
      </div>
      <p className="stub">
        <span className="text-sm">
          {t('decisions:closes', {
            when: writeMoment(page.closesAt, 'full', { locale: formatLocale, timeZone }),
          })}
        </span>
      </p>
    </form>
  )
}
