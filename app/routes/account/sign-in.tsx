import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { normaliseEmail } from '#app/domains/accounts/person.ts'
import { signIn } from '#app/flows/accounts/sign-up.server.ts'
import { invalidForm, signInLocked, readForm, refuse } from '#app/request/form.server.ts'
import { email, secret } from '#app/request/form-fields.server.ts'
import { asVisitor, visitor } from '#app/request/guards.server.ts'
import { countSignedIn, minutesUntilSignIn } from '#app/request/limits.server.ts'
import { safeReturn } from '#app/request/own-path.ts'
import { replaceSession } from '#app/request/session.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { AccountEmailField } from '#app/views/accounts/account-fields.tsx'
import { ErrorSummary, type FormState, SubmitButton, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Arrow } from '#app/ui/marks.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'
import { useSite } from '#app/ui/site.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { url, t } = asVisitor(args)
  const next = safeReturn(url.searchParams.get('return'), pathTo('/account'))
  if ((await visitor(args)).person) throw redirect(next)
  const email = normaliseEmail(url.searchParams.get('email') ?? '') ?? ''
  return { title: t('accounts:sign-in'), next, email }
}

const fields = z.object({
  email,
  password: secret,
})

export async function action(args: ActionFunctionArgs) {
  const { url, host, at, peer, t } = asVisitor(args)
  const form = await readForm(args.request, fields)
  if (!form.ok) return invalidForm(form.form)
  const minutes = await minutesUntilSignIn(peer, form.value.email)
  if (minutes) return signInLocked(form.form, 'password', { minutes, t })
  const done = await signIn({ ...form.value, host, at })
  if (!done.ok) return refuse(form.form, 'email', done.refusal)
  await countSignedIn(peer, form.value.email)
  return redirect(safeReturn(url.searchParams.get('return'), pathTo('/account')), {
    status: 303,
    headers: await replaceSession(args, done.value.token),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function SignIn() {
  const { next, email: known } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { kind } = useSite()
  const { t } = useLanguage()
  const labels = { email: t('accounts:email'), password: t('accounts:password') }
  const onward = { return: next, email: known || null }
  return (
    <Shell>
      <main id="main" className="wrap page narrow">
        <ErrorSummary form={form} labels={labels} />
        <PageHead title={t('accounts:sign-in.head')} />
        <form method="post">
          <AccountEmailField form={form} value={known} />
          <TextField
            form={form}
            name="password"
            type="password"
            label={labels.password}
            autoComplete="current-password"
          />
          <SubmitButton>{t('accounts:sign-in')}</SubmitButton>
        </form>
        {kind === 'co-op' ? (
          <p>
            <a className="link" href={pathTo('/hand-over', { return: next })}>
              {t('accounts:sign-in.twiza')} <Arrow />
            </a>
          </p>
        ) : null}
        <p className="row-acts">
          <a className="link" href={pathTo('/sign-up', onward)}>
            {t('accounts:no-account')}
          </a>
          <a className="link" href={pathTo('/forgot', onward)}>
            {t('accounts:forgot')}
          </a>
        </p>
      </main>
    </Shell>
  )
}
