import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { normaliseEmail } from '#app/domains/accounts/person.ts'
import { signUp } from '#app/flows/accounts/sign-up.server.ts'
import { invalidForm, tooManyRequests, readForm, refuse } from '#app/request/form.server.ts'
import { email, line, newSecret } from '#app/request/form-fields.server.ts'
import { asVisitor, coOpNameOf, tenantOf, visitor } from '#app/request/guards.server.ts'
import { minutesUntilAllowed, minutesUntilMail } from '#app/request/limits.server.ts'
import { safeReturn } from '#app/request/own-path.ts'
import { signUpCookie } from '#app/request/session.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { NewAccountFields } from '#app/views/accounts/account-fields.tsx'
import { ErrorSummary, type FormState, SubmitButton } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { url, t } = asVisitor(args)
  const next = safeReturn(url.searchParams.get('return'), pathTo('/account'))
  if ((await visitor(args)).person) throw redirect(next)
  const email = normaliseEmail(url.searchParams.get('email') ?? '') ?? ''
  return { title: t('accounts:sign-up'), next, email }
}

const fields = z.object({ name: line(120), email, password: newSecret })

export async function action(args: ActionFunctionArgs) {
  const visit = asVisitor(args)
  const { url, at, peer, locale, t } = visit
  const form = await readForm(args.request, fields)
  if (!form.ok) return invalidForm(form.form)
  const minutes =
    (await minutesUntilAllowed('sign-up', peer)) || (await minutesUntilMail(peer, form.value.email))
  if (minutes) return tooManyRequests(form.form, 'email', { minutes, t })
  const next = safeReturn(url.searchParams.get('return'), pathTo('/account'))
  const from = { tenant: tenantOf(visit), next }
  const done = await signUp({ ...form.value, locale, at, from, coOp: coOpNameOf(visit) })
  if (!done.ok) return refuse(form.form, 'password', done.refusal)
  return redirect(pathTo('/verify', { return: next, email: form.value.email }), {
    status: 303,
    headers: signUpCookie(done.value),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function SignUp() {
  const { next, email: known } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const onward = { return: next, email: known || null }
  return (
    <Shell>
      <main id="main" className="wrap page narrow">
        <ErrorSummary
          form={form}
          labels={{
            name: t('orders:name'),
            email: t('accounts:email'),
            password: t('accounts:password'),
          }}
        />
        <PageHead title={t('accounts:sign-up.head')} lead={t('accounts:sign-up.lead')} />
        <form method="post">
          <NewAccountFields form={form} email={known} />
          <SubmitButton>{t('accounts:sign-up')}</SubmitButton>
        </form>
        <p>
          <a className="link" href={pathTo('/sign-in', onward)}>
            {t('accounts:have-account')}
          </a>
        </p>
      </main>
    </Shell>
  )
}
