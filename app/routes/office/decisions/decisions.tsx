import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readProposals } from '#app/reads/decisions/proposals-page.server.ts'
import { asMember } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { ProposalRows } from '#app/views/decisions/proposal-rows.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, member, t } = await asMember(args)
  return { title: t('members:votes'), rows: await readProposals(tenant, member.id) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function OfficeDecisions() {
  const { rows } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <OfficeShell>
      <main id="main" className="wrap page">
        <PageHead title={t('decisions:head', { count: rows.length })} lead={t('decisions:lead')} />
        <p>
          <a className="btn" href={pathTo('/office/decisions/new')}>
            {t('decisions:new')}
          </a>
        </p>
        <ProposalRows rows={rows} address="/office/decisions/:number" />
      </main>
    </OfficeShell>
  )
}
