import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { askReset } from '#app/flows/sign-up.server.ts'
import { again, email, readForm, refuse } from '#app/request/form.server.ts'
import { asVisitor } from '#app/request/guards.server.ts'
import { tooOften } from '#app/request/limits.server.ts'
import { ErrorSummary, type FormState, SubmitButton, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Note, PageHead, Shell } from '#app/ui/shell.tsx'

export function loader(args: LoaderFunctionArgs) {
  const { t } = asVisitor(args)
  return { title: t('account:forgot') }
}

export async function action(args: ActionFunctionArgs) {
  const { at, peer } = asVisitor(args)
  const form = await readForm(args.request, z.object({ email }))
  if (!form.ok) return again(form.form)
  if (await tooOften('mail', `${peer}:${form.value.email}`))
    return refuse(form.form, 'email', 'too-often')
  await askReset(form.value.email, at)
  return { values: {}, errors: {}, done: true }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Forgot() {
  const form = useActionData<FormState & { readonly done?: boolean }>()
  const { t } = useLanguage()
  return (
    <Shell page="plain">
      <main id="main" className="wrap page narrow">
        <ErrorSummary form={form} />
        <PageHead title={t('account:forgot.head')} />
        {form?.done ? <Note kind="ok">{t('account:forgot.sent')}</Note> : null}
        <form method="post">
          <TextField
            form={form}
            name="email"
            type="email"
            label={t('account:email')}
            autoComplete="username"
          />
          <SubmitButton>{t('account:forgot.send')}</SubmitButton>
        </form>
      </main>
    </Shell>
  )
}
