import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readMailbox } from '#app/reads/accounts/mailbox.server.ts'
import { atFederation, notFound } from '#app/request/guards.server.ts'
import { MomentText } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Empty, PageHead, Shell } from '#app/ui/shell.tsx'
import { gateways } from '#app/wiring.server.ts'
import { isLocalHost } from '#app/kernel/setting-faults.ts'
import { baseHost } from '#tenants/resolve.server.ts'

/**
 * Letters that no carrier takes, to be read on this very machine, while its site is for nobody else: they open accounts.
 * There is no such page once letters are really sent.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { t, url, local } = atFederation(args)
  if (!local || !isLocalHost(baseHost()) || gateways().mailCarrier.kind !== 'mailbox')
    throw notFound()
  const to = (url.searchParams.get('to') ?? '').toLowerCase()
  return { title: t('accounts:mailbox'), to, mails: await readMailbox(to) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

const LINK = /(https?:\/\/\S+)/

export default function Mailbox() {
  const { mails, to } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <Shell>
      <main id="main" className="wrap page">
        <PageHead title={t('accounts:mailbox.head')} lead={t('accounts:mailbox.lead')} />
        <form method="get" className="filters" role="search">
          <p>
            <label htmlFor="to">{t('accounts:mailbox.to')}</label>
            <input id="to" name="to" type="search" defaultValue={to} dir="ltr" />
          </p>
          <button className="ghost">{t('storefront:show')}</button>
        </form>
        {mails.length === 0 ? <Empty title={t('accounts:mailbox.none')} /> : null}
        <ul className="rows">
          {mails.map(({ id, to: address, subject, body, at }) => (
            <li key={id}>
              <details>
                <summary>
                  <bdi>{subject}</bdi>
                </summary>
                <div dir="auto">
                  {(body ?? '').split('\n').map((text, index) => (
                    <p key={index}>
                      {text.split(LINK).map((part) =>
                        LINK.test(part) ? (
                          <a key={part} href={part}>
                            {part}
                          </a>
                        ) : (
                          part
                        ),
                      )}
                    </p>
                  ))}
                </div>
              </details>
              <p className="text-sm text-muted">
                <bdi>{address}</bdi>, <MomentText at={at} style="full" timeZone="UTC" />
              </p>
            </li>
          ))}
        </ul>
      </main>
    </Shell>
  )
}
