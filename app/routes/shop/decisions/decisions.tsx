import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readProposals } from '#app/reads/decisions/proposals-page.server.ts'
import { atCoop } from '#app/request/guards.server.ts'
import { ProposalRows } from '#app/views/decisions/proposal-rows.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Empty, PageHead, Shell } from '#app/ui/shell.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, t } = atCoop(args)
  return {
    title: t('decisions:title', { name: tenant.name }),
    rows: await readProposals(tenant, null),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Decisions() {
  const { rows } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <Shell>
      <main id="main" className="wrap page">
        <PageHead title={t('decisions:head', { count: rows.length })} lead={t('decisions:lead')} />
        {rows.length === 0 ? (
          <Empty title={t('decisions:none')} />
        ) : (
          <ProposalRows rows={rows} address="/decisions/:number" />
        )}
      </main>
    </Shell>
  )
}
