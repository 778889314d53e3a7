import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ratifyCharter } from '#app/flows/join-co-op.server.ts'
import { readCharterPage } from '#app/reads/charter-page.server.ts'
import { asMember, notFound } from '#app/request/guards.server.ts'
import { SubmitButton } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { forgetTenant } from '#tenants/resolve.server.ts'
import { Clauses } from './clause.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, t } = await asMember(args)
  const page = await readCharterPage(tenant, null)
  if (!page) throw notFound()
  return { title: t('office:ratify.head'), charter: page.charter }
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, member, at } = await asMember(args)
  const open = await ratifyCharter(tenant, { member: member.id, name: member.name, at })
  forgetTenant(tenant.id)
  return redirect(open ? '/' : '/office', 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Ratify() {
  const { charter } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <OfficeShell page="plain">
      <main id="main" className="wrap page">
        <PageHead title={t('office:ratify.head')} lead={t('office:ratify.lead')} />
        <Clauses charter={charter} />
        <form method="post" className="row-acts">
          <SubmitButton>{t('office:ratify.do')}</SubmitButton>
        </form>
      </main>
    </OfficeShell>
  )
}
