import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readProposals } from '#app/reads/proposals-page.server.ts'
import { atCoop } from '#app/request/guards.server.ts'
import { ProposalRows } from '#app/routes/office/proposal-rows.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Empty, PageHead, Shell } from '#app/ui/shell.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, t } = atCoop(args)
  return {
    title: t('governance:title', { name: tenant.name }),
    rows: await readProposals(tenant, null),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Decisions() {
  const { rows } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <Shell page="plain">
      <main id="main" className="wrap page">
        <PageHead
          title={t('governance:head', { count: rows.length })}
          lead={t('governance:lead')}
        />
        {rows.length === 0 ? (
          <Empty title={t('governance:none')} />
        ) : (
          <ProposalRows rows={rows} base="/decisions" />
        )}
      </main>
    </Shell>
  )
}
