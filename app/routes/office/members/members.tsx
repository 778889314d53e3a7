import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { mayInvite } from '#app/domains/members/may.ts'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inviteMember, withdrawInvitation } from '#app/flows/members/invite-member.server.ts'
import { readInvitations, readMembers } from '#app/reads/members/office-page.server.ts'
import { invalidForm, readForm, refuse } from '#app/request/form.server.ts'
import { asMember, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { MomentText } from '#app/ui/figures.tsx'
import { ErrorSummary, type FormState, SubmitButton, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { NoticeOf, noticeIn, saying } from '#app/ui/notice.tsx'
import { OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { membersForm } from './members.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, t, url, member, at } = await asMember(args)
  const steward = mayInvite(member)
  const members = await readMembers(tenant)
  return {
    title: t('common:nav.members'),
    members: members
      .filter(({ state }) => state === 'active')
      .map(({ id, name, about, photo, steward: elected }) => ({ id, name, about, photo, elected })),
    invitations: steward ? await readInvitations(tenant, at) : [],
    said: noticeIn(url, 'member-invited'),
    steward,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, member, at } = await asMember(args, mayInvite)
  const form = await readForm(args.request, membersForm)
  if (!form.ok) return invalidForm(form.form)
  if (form.value.act === 'withdraw') {
    const { id: invitation } = form.value
    if (!invitation) throw notFound()
    const gone = await withdrawInvitation(tenant.id, { invitation, by: member, at })
    return gone.ok
      ? redirect(pathTo('/office/members'), 303)
      : refuse(form.form, 'form', gone.refusal)
  }
  const done = await inviteMember(tenant, { email: form.value.email, by: member, at })
  return done.ok
    ? redirect(pathTo('/office/members', saying('member-invited')), 303)
    : refuse(form.form, 'email', done.refusal)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Members() {
  const { members, said, steward } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  return (
    <OfficeShell>
      <main id="main" className="wrap page">
        <ErrorSummary form={form} labels={{ email: t('accounts:email') }} />
        {said && !form ? <NoticeOf notice={said} /> : null}
        <PageHead title={t('members:members.head', { count: members.length })} />
        <div className="duo">
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-8">
            {members.map(({ id, name, about, photo, elected }) => (
              <li key={id} className="grid content-start gap-1">
                <Avatar id={id} photo={photo} />
                <b>
                  <bdi>{name}</bdi>
                </b>
                {elected ? <span className="tag info">{t('members:members.steward')}</span> : null}
                <span className="text-sm text-muted" dir="auto">
                  {about}
                </span>
              </li>
            ))}
          </ul>
          {steward ? <Invitations form={form} /> : null}
        </div>
      </main>
    </OfficeShell>
  )
}

function Invitations({ form }: { readonly form: FormState | undefined }) {
  const { invitations } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const { timeZone } = useCoOp()
  return (
    <div className="stack">
      <form method="post">
        <h2 className="mb-4 text-xl">{t('members:invite')}</h2>
        <TextField form={form} name="email" type="email" label={t('accounts:email')} />
        <SubmitButton name="act" value="invite">
          {t('members:invite.send')}
        </SubmitButton>
      </form>
      {invitations.length > 0 ? (
        <section>
          <h2 className="mb-4 text-xl">{t('members:invitations')}</h2>
          <ul className="rows">
            {invitations.map(({ id, email, until }) => (
              <li key={id} className="line">
                <span>
                  <bdi>{email}</bdi>
                  <br />
                  <span className="text-sm text-muted">
                    {t('members:invitations.until')}{' '}
                    <MomentText at={until} style="short" timeZone={timeZone} />
                  </span>
                </span>
                <form method="post">
                  <input type="hidden" name="id" value={id} />
                  <button
                    className="plain"
                    name="act"
                    value="withdraw"
                    aria-label={`${t('members:invitations.withdraw')}: ${email}`}
                  >
                    {t('members:invitations.withdraw')}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p>
        <a className="link" href={pathTo('/office/members.csv')}>
          {t('books:csv')}
        </a>
      </p>
    </div>
  )
}
