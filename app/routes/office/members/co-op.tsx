import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { mayChangeBranding } from '#app/domains/members/may.ts'
import { useLoaderData } from '@remix-run/react'
import { readActivities } from '#app/reads/members/own-co-op.server.ts'
import { asMember } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { MomentText } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Cloth } from '#app/ui/marks.tsx'
import { OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { About } from '#app/views/members/activity-about.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, member, t } = await asMember(args)
  return {
    title: t('members:brand.house'),
    steward: mayChangeBranding(member),
    log: await readActivities(tenant),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

const EVERYBODY = ['profile', 'members', 'books', 'charter', 'doors'] as const
const STEWARDS = ['storefront', 'brand', 'export'] as const

export default function OwnCoOp() {
  const { log, steward } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const { name, look, timeZone } = useCoOp()
  const rooms = [...(steward ? STEWARDS : []), ...EVERYBODY]
  return (
    <OfficeShell>
      <Cloth look={look} width={1280} height={120} className="h-14 w-full object-cover" />
      <main id="main" className="wrap page">
        <PageHead
          title={t('members:brand.house.head', { name })}
          lead={t('members:brand.house.lead')}
        />
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(17rem,1fr))] gap-x-10 border-t-[1.5px] border-ink">
          {rooms.map((room) => (
            <li key={room}>
              <a
                className="group grid h-full content-start gap-1 border-b border-line py-5 no-underline"
                href={pathTo(`/office/${room}`)}
              >
                <b className="text-lg/body decoration-saffron underline-offset-[0.3em] group-hover:underline">
                  {t(`storefront:brand.room.${room}`)}
                </b>
                <span className="text-muted">{t(`storefront:brand.room.${room}.what`)}</span>
              </a>
            </li>
          ))}
        </ul>
        <h2 className="mt-16 mb-4">{t('members:brand.log')}</h2>
        <ol className="rows">
          {log.map(({ id, at, actor, act, ...about }) => (
            <li key={id} className="line py-3">
              <span>
                {actor ? <bdi>{actor}</bdi> : null} {t(`storefront:brand.act.${act}`)}
                <About {...about} />
              </span>
              <span className="text-muted text-sm">
                <MomentText at={at} style="date" timeZone={timeZone} />
              </span>
            </li>
          ))}
        </ol>
      </main>
    </OfficeShell>
  )
}
