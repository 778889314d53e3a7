import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { resetPassword } from '#app/flows/sign-up.server.ts'
import { again, readForm, refuse } from '#app/request/form.server.ts'
import { asVisitor } from '#app/request/guards.server.ts'
import { sessionCookie } from '#app/request/session.server.ts'
import { NewPasswordField } from '#app/ui/account-fields.tsx'
import { ErrorSummary, type FormState, SubmitButton } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'

export function loader(args: LoaderFunctionArgs) {
  const { url, t } = asVisitor(args)
  return { title: t('account:reset'), code: url.searchParams.get('code') ?? '' }
}

export async function action(args: ActionFunctionArgs) {
  const { at, host } = asVisitor(args)
  const form = await readForm(
    args.request,
    z.object({ code: z.string().max(200), password: z.string().max(400, 'forms:too-long') }),
  )
  if (!form.ok) return again(form.form)
  const done = await resetPassword(form.value.code, form.value.password, { host, at })
  if (!done.ok)
    return refuse(form.form, done.refusal === 'code-useless' ? 'form' : 'password', done.refusal)
  return redirect('/account', { status: 303, headers: sessionCookie(done.value.token) })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Reset() {
  const { code } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  return (
    <Shell page="plain">
      <main id="main" className="wrap page narrow">
        <ErrorSummary form={form} />
        <PageHead title={t('account:reset.head')} />
        <form method="post">
          <input type="hidden" name="code" value={form?.values['code'] ?? code} />
          <NewPasswordField form={form} label={t('account:password.new')} />
          <SubmitButton>{t('account:reset')}</SubmitButton>
        </form>
      </main>
    </Shell>
  )
}
