import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { normaliseEmail } from '#app/domains/accounts/person.ts'
import { requestAccountLetter } from '#app/flows/accounts/account-letter.server.ts'
import { invalidForm, tooManyRequests, readForm } from '#app/request/form.server.ts'
import { email } from '#app/request/form-fields.server.ts'
import { asVisitor, tenantOf } from '#app/request/guards.server.ts'
import { minutesUntilMail } from '#app/request/limits.server.ts'
import { safeReturn } from '#app/request/own-path.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { AccountEmailField } from '#app/views/accounts/account-fields.tsx'
import { ErrorSummary, type FormState, SubmitButton } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Note, PageHead, Shell } from '#app/ui/shell.tsx'

export function loader(args: LoaderFunctionArgs) {
  const { t, url } = asVisitor(args)
  return {
    title: t('accounts:forgot'),
    email: normaliseEmail(url.searchParams.get('email') ?? '') ?? '',
  }
}

export async function action(args: ActionFunctionArgs) {
  const visit = asVisitor(args)
  const { peer, url, t } = visit
  const form = await readForm(args.request, z.object({ email }))
  if (!form.ok) return invalidForm(form.form)
  const minutes = await minutesUntilMail(peer, form.value.email)
  if (minutes) return tooManyRequests(form.form, 'email', { minutes, t })
  const next = safeReturn(url.searchParams.get('return'), pathTo('/account'))
  await requestAccountLetter('reset', { ...form.value, tenant: tenantOf(visit), next })
  return { values: {}, errors: {}, done: true }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Forgot() {
  const { email: known } = useLoaderData<typeof loader>()
  const form = useActionData<FormState & { readonly done?: boolean }>()
  const { t } = useLanguage()
  return (
    <Shell>
      <main id="main" className="wrap page narrow">
        <ErrorSummary form={form} labels={{ email: t('accounts:email') }} />
        <PageHead title={t('accounts:forgot.head')} />
        {form?.done ? <Note kind="ok">{t('accounts:forgot.sent')}</Note> : null}
        <form method="post">
          <AccountEmailField form={form} value={known} />
          <SubmitButton>{t('accounts:forgot.send')}</SubmitButton>
        </form>
      </main>
    </Shell>
  )
}
