import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readProposal } from '#app/reads/decisions/proposal-page.server.ts'
import { atCoop, notFound } from '#app/request/guards.server.ts'
import { ProposalBody } from '#app/views/decisions/proposal-body.tsx'
import { ProposalCourse } from '#app/views/decisions/proposal-course.tsx'
import { ProposalSunset } from '#app/views/decisions/proposal-sunset.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant } = atCoop(args)
  const number = args.params['number'] ?? ''
  const page = /^\d{1,6}$/.test(number)
    ? await readProposal(tenant, Number(number), null)
    : undefined
  if (!page) throw notFound()
  return {
    title: `${page.title} · ${tenant.name}`,
    page: { ...page, comments: page.comments.slice(0, 0) },
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Decision() {
  const { page } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <Shell page="proposal">
      <main id="main" className="wrap page">
        <PageHead
          kicker={t('decisions:number', { number: page.number })}
          title={<bdi>{page.title}</bdi>}
          lead={t('decisions:by', { name: page.author })}
        />
        <div className="grid grid-cols-[minmax(0,1.7fr)_minmax(19rem,1fr)] items-start gap-20 max-lg:grid-cols-1 max-lg:gap-12">
          <ProposalBody page={page} />
          <aside className="grid gap-12 max-lg:contents">
            <ProposalSunset page={page} address="/decisions/:number" />
            <ProposalCourse page={page} />
          </aside>
        </div>
      </main>
    </Shell>
  )
}
