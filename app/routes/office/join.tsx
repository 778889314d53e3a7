import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { joinCoOp } from '#app/flows/join-co-op.server.ts'
import { again, readForm, refuse } from '#app/request/form.server.ts'
import { asPerson, atCoop } from '#app/request/guards.server.ts'
import { ErrorSummary, type FormState, SubmitButton } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { t, tenant, url } = atCoop(args)
  await asPerson(args)
  return {
    title: t('office:join.head', { name: tenant.name }),
    code: url.searchParams.get('code') ?? '',
  }
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, at } = atCoop(args)
  const { person } = await asPerson(args)
  const form = await readForm(args.request, z.object({ code: z.string().max(200) }))
  if (!form.ok) return again(form.form)
  const done = await joinCoOp(tenant, { code: form.value.code, person, at })
  return done.ok ? redirect('/office', 303) : refuse(form.form, 'form', done.refusal)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Join() {
  const { code } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  return (
    <Shell page="plain">
      <main id="main" className="wrap page narrow">
        <ErrorSummary form={form} />
        <PageHead title={t('office:join.head', { name: useCoOp().name })} />
        <form method="post">
          <input type="hidden" name="code" value={code} />
          <SubmitButton>{t('office:join.do')}</SubmitButton>
        </form>
      </main>
    </Shell>
  )
}
