import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { verifyEmail } from '#app/flows/sign-up.server.ts'
import { again, readForm, refuse } from '#app/request/form.server.ts'
import { asVisitor } from '#app/request/guards.server.ts'
import { ErrorSummary, type FormState, SubmitButton } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'

export function loader(args: LoaderFunctionArgs) {
  const { url, t } = asVisitor(args)
  return { title: t('account:verify'), code: url.searchParams.get('code') ?? '' }
}

/** A link in a letter opens a page with a button: reading a letter must not confirm anything by itself. */
export async function action(args: ActionFunctionArgs) {
  const { at } = asVisitor(args)
  const form = await readForm(args.request, z.object({ code: z.string().max(200) }))
  if (!form.ok) return again(form.form)
  const done = await verifyEmail(form.value.code, at)
  return done.ok ? { values: {}, errors: {}, done: true } : refuse(form.form, 'form', done.refusal)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Verify() {
  const { code } = useLoaderData<typeof loader>()
  const form = useActionData<FormState & { readonly done?: boolean }>()
  const { t } = useLanguage()
  return (
    <Shell page="plain">
      <main id="main" className="wrap page narrow">
        <ErrorSummary form={form} />
        <PageHead title={form?.done ? t('account:verified') : t('account:verify.head')} />
        {form?.done ? (
          <p>
            <a className="btn" href="/account">
              {t('account:yours')}
            </a>
          </p>
        ) : (
          <form method="post">
            <input type="hidden" name="code" value={code} />
            <SubmitButton>{t('account:verify')}</SubmitButton>
          </form>
        )}
      </main>
    </Shell>
  )
}
