import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { inviteMember } from '#app/flows/invite-member.server.ts'
import { readMembers } from '#app/reads/office-page.server.ts'
import { again, email, readForm, refuse } from '#app/request/form.server.ts'
import { asMember } from '#app/request/guards.server.ts'
import { ErrorSummary, type FormState, SubmitButton, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Note, OfficeShell, PageHead } from '#app/ui/shell.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, t, url, member } = await asMember(args)
  return {
    title: t('common:nav.members'),
    members: await readMembers(tenant),
    invited: url.searchParams.has('invited'),
    steward: member.offices.includes('steward'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, member, at } = await asMember(args, 'steward')
  const form = await readForm(args.request, z.object({ email }))
  if (!form.ok) return again(form.form)
  const done = await inviteMember(tenant, { email: form.value.email, by: member, at })
  return done.ok
    ? redirect('/office/members?invited', 303)
    : refuse(form.form, 'email', done.refusal)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Members() {
  const { members, invited, steward } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  return (
    <OfficeShell page="plain">
      <main id="main" className="wrap page">
        <ErrorSummary form={form} />
        {invited ? <Note kind="ok">{t('office:invited')}</Note> : null}
        <PageHead
          title={t('office:members.head', {
            count: members.filter(({ state }) => state === 'active').length,
          })}
        />
        <div className="duo">
          <ul className="rows">
            {members.map(({ id, name, about }) => (
              <li key={id}>
                <b>
                  <bdi>{name}</bdi>
                </b>
                <p className="sm muted" dir="auto">
                  {about}
                </p>
              </li>
            ))}
          </ul>
          <div className="stack">
            {steward ? (
              <form method="post">
                <h2>{t('office:invite')}</h2>
                <TextField form={form} name="email" type="email" label={t('account:email')} />
                <SubmitButton>{t('office:invite.send')}</SubmitButton>
              </form>
            ) : null}
          </div>
        </div>
      </main>
    </OfficeShell>
  )
}
