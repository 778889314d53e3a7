import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { viewThroughDoor } from '#app/flows/federation/support-door.server.ts'
import { type DoorId, readId } from '#app/kernel/ids.ts'
import { SUPPORT_PAGES } from '#app/rules/federation/support-pages.ts'
import { asAdmin, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { DoorHead } from '#app/views/federation/door.tsx'
import { MomentText, MoneyText } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { ConsoleShell, PageHead } from '#app/ui/shell.tsx'
import { Tab, Tabs } from '#app/views/federation/tabs.tsx'
import { About } from '#app/views/members/activity-about.tsx'
import { wordFor } from './door-words.ts'

/** Each request of this page is a look. It is logged on both sides before anything is shown. */
export async function loader(args: LoaderFunctionArgs) {
  const { t, url, person, at } = await asAdmin(args)
  const door = readId<DoorId>(args.params['id'])
  if (!door) throw notFound()
  const page = SUPPORT_PAGES.find((known) => known === url.searchParams.get('page')) ?? 'members'
  const by = { id: person.id, name: person.name }
  const looked = await viewThroughDoor({ door, page, by, at })
  if (!looked.ok) return { title: t('federation:door.shut.head'), seen: null }
  const { tenant, view: seen, door: open } = looked.value
  return {
    title: tenant.name,
    id: door,
    page,
    seen,
    coOp: tenant.name,
    currency: tenant.currency,
    timeZone: tenant.timeZone,
    until: open.expiresAt?.toString() ?? '',
    reason: open.reason,
  }
}

const positive = (minor: bigint) => (minor < 0n ? -minor : minor)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Door() {
  const data = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  if (!data.seen)
    return (
      <ConsoleShell>
        <main id="main" className="wrap page">
          <PageHead title={t('federation:door.shut.head')} lead={t('federation:door.shut.lead')} />
          <a className="btn" href={pathTo('/console/doors')}>
            {t('federation:nav.doors')}
          </a>
        </main>
      </ConsoleShell>
    )
  return (
    <ConsoleShell>
      <main id="main">
        <DoorHead
          open
          title={<bdi>{data.coOp}</bdi>}
          lead={t('federation:door.look.lead')}
          why={{
            reason: data.reason,
            until: <MomentText at={data.until} style="dated" timeZone={data.timeZone} />,
          }}
        />
        <div className="wrap">
          <Tabs label={t('federation:door.pages')}>
            {SUPPORT_PAGES.map((page) => (
              <Tab
                key={page}
                href={pathTo('/console/doors/:id', { id: data.id }, { page })}
                current={page === data.page}
              >
                {t(`federation:door.page.${page}`)}
              </Tab>
            ))}
          </Tabs>
          <div
            className="scroll"
            tabIndex={0}
            role="region"
            aria-label={t(`federation:door.page.${data.page}`)}
          >
            <table className="text-md">
              <caption className="sr-only">{t(`federation:door.page.${data.page}`)}</caption>
              <tbody>
                {data.seen.map(({ id, what, key, at, minor, about }) => (
                  <tr key={id}>
                    <th scope="row" className="py-2 ps-3">
                      <bdi>{what || t(wordFor(data.page, key))}</bdi>
                      {about && !what ? <About {...about} /> : null}
                    </th>
                    <td className="py-2 text-muted">
                      {what ? t(wordFor(data.page, key)) : null}
                      {about && what ? <About {...about} /> : null}
                      {minor === null || what
                        ? null
                        : t(BigInt(minor) < 0n ? 'books:credit' : 'books:debit')}
                    </td>
                    <td className="py-2 text-muted">
                      {at ? <MomentText at={at} style="date" timeZone={data.timeZone} /> : null}
                    </td>
                    <td className="n py-2">
                      {minor === null ? null : (
                        <MoneyText minor={positive(BigInt(minor))} currency={data.currency} />
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      </main>
    </ConsoleShell>
  )
}
