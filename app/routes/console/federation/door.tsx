import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { viewThroughDoor } from '#app/flows/federation/support-door.server.ts'
import { type DoorId, readId } from '#app/kernel/ids.ts'
import { SUPPORT_PAGES } from '#app/rules/federation/support-pages.ts'
import { asAdmin, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { DoorPicture } from '#app/views/federation/door.tsx'
import { MomentText, MoneyText } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { ConsoleShell, PageHead } from '#app/ui/shell.tsx'
import { About } from '#app/views/members/activity-about.tsx'
import { wordFor } from './door-words.ts'

/** Each visit of this page is a look, and is logged on both sides before anything is seen. */
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
        <section className="door">
          <div className="wrap">
            <DoorPicture open />
            <div>
              <h1>
                <bdi>{data.coOp}</bdi>
              </h1>
              <p className="text-lg">{t('federation:door.look.lead')}</p>
              <dl>
                <div>
                  <dt>{t('federation:door.why')}</dt>
                  <dd dir="auto">{data.reason}</dd>
                </div>
                <div>
                  <dt>{t('federation:door.until')}</dt>
                  <dd>
                    <MomentText at={data.until} style="visit" timeZone={data.timeZone} />
                  </dd>
                </div>
              </dl>
            </div>
          </div>
        </section>
        <div className="wrap">
          <nav className="views" aria-label={t('federation:door.pages')}>
            <ul>
              {SUPPORT_PAGES.map((page) => (
                <li key={page}>
                  <a
                    href={pathTo('/console/doors/:id', { id: data.id }, { page })}
                    aria-current={page === data.page ? 'page' : undefined}
                  >
                    {t(`federation:door.page.${page}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div
            className="scroll"
            tabIndex={0}
            role="region"
            aria-label={t(`federation:door.page.${data.page}`)}
          >
            <table>
              <caption className="sr-only">{t(`federation:door.page.${data.page}`)}</caption>
              <tbody>
                {data.seen.map(({ id, what, key, at, minor, about }) => (
                  <tr key={id}>
                    <th scope="row">
                      <bdi>{what || t(wordFor(data.page, key))}</bdi>
                      {about && !what ? <About {...about} /> : null}
                    </th>
                    <td className="text-muted">
                      {what ? t(wordFor(data.page, key)) : null}
                      {about && what ? <About {...about} /> : null}
                      {minor === null || what
                        ? null
                        : t(BigInt(minor) < 0n ? 'books:credit' : 'books:debit')}
                    </td>
                    <td className="text-muted">
                      {at ? <MomentText at={at} style="date" timeZone={data.timeZone} /> : null}
                    </td>
                    <td className="n">
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
