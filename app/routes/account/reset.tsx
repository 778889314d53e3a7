import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { canResetPassword, resetPassword } from '#app/flows/accounts/choose-password.server.ts'
import { invalidForm, readForm, refuse } from '#app/request/form.server.ts'
import { newSecret, sentText } from '#app/request/form-fields.server.ts'
import { asVisitor, coOpNameOf } from '#app/request/guards.server.ts'
import { safeReturn } from '#app/request/own-path.ts'
import { replaceSession } from '#app/request/session.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { NewPasswordField } from '#app/views/accounts/account-fields.tsx'
import { ErrorSummary, type FormState, SubmitButton } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { url, t, at } = asVisitor(args)
  const code = url.searchParams.get('code') ?? ''
  return {
    title: t('accounts:reset'),
    code,
    good: await canResetPassword(code, at),
    next: safeReturn(url.searchParams.get('return'), pathTo('/account')),
  }
}

export async function action(args: ActionFunctionArgs) {
  const visit = asVisitor(args)
  const { at, host, url } = visit
  const place = { host, at, coOp: coOpNameOf(visit) }
  const form = await readForm(args.request, z.object({ code: sentText(200), password: newSecret }))
  if (!form.ok) return invalidForm(form.form)
  const done = await resetPassword(form.value.code, form.value.password, place)
  if (!done.ok)
    return refuse(form.form, done.refusal === 'code-useless' ? 'form' : 'password', done.refusal)
  return redirect(safeReturn(url.searchParams.get('return'), pathTo('/account')), {
    status: 303,
    headers: await replaceSession(args, done.value),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Reset() {
  const { code, good, next } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  return (
    <Shell>
      <main id="main" className="wrap page narrow">
        {good ? (
          <ErrorSummary form={form} labels={{ password: t('accounts:password.new') }} />
        ) : null}
        <PageHead title={t(good ? 'accounts:reset.head' : 'accounts:reset.dead')} />
        {good ? (
          <form method="post">
            <input type="hidden" name="code" value={code} />
            <NewPasswordField form={form} label={t('accounts:password.new')} />
            <SubmitButton>{t('accounts:reset')}</SubmitButton>
          </form>
        ) : (
          <p>
            <a className="btn" href={pathTo('/forgot', { return: next })}>
              {t('accounts:reset.again')}
            </a>
          </p>
        )}
      </main>
    </Shell>
  )
}
