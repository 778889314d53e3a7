import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readReceipt } from '#app/reads/order-page.server.ts'
import { atCoop, notFound } from '#app/request/guards.server.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { writeList, writeMoment, writePercent } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Band } from '#app/ui/marks.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { PriceTable, SplitBar } from '#app/ui/split-bar.tsx'
import { stayingBp, strandsOf } from '#app/ui/strands.ts'
import { Lines } from './summary.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, t } = atCoop(args)
  const receipt = await readReceipt(tenant, args.params['token'] ?? '')
  if (!receipt) throw notFound()
  return { title: t('receipt:title', { code: receipt.code, name: tenant.name }), receipt }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? '' },
  { name: 'robots', content: 'noindex' },
]

export default function ReceiptPage() {
  const { receipt } = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const { currency, timeZone, name, look } = useCoOp()
  const amount = (minor: bigint) => writeMoney({ minor, currency }, formatLocale)
  const names = writeList(
    receipt.workers.map((worker) => worker.name.split(' ')[0] ?? worker.name),
    formatLocale,
  )
  const { shared } = receipt
  const strands = strandsOf(shared, t, names || t('shop:who.workers'))
  return (
    <Shell page="receipt">
      <main id="main">
        <header className="wrap top">
          <p className="muted">
            {t('receipt:number', {
              code: receipt.code,
              date: receipt.paidAt
                ? writeMoment(receipt.paidAt, 'date', { locale: formatLocale, timeZone })
                : '',
            })}
          </p>
          <h1>
            {t(receipt.state === 'done' ? 'receipt:head' : 'receipt:head.open', {
              total: amount(receipt.total),
              names,
              workers: amount(shared.workers),
            })}
          </h1>
        </header>
        <section className="wrap" aria-label={t('receipt:where')}>
          <SplitBar strands={strands} caption={amount(shared.workers)} />
        </section>
        <section className="wrap sheet">
          <div className="paper">
            <Band look={look} />
            <div className="in3">
              <h2>{t('receipt:paid')}</h2>
              <Lines lines={receipt.lines} total={receipt.total} totalLabel={t('receipt:total')} />
              {receipt.refunded > 0n ? (
                <p className="rule">
                  {t('receipt:refunded', { amount: amount(receipt.refunded) })}
                </p>
              ) : null}
              <h2>{t('receipt:got')}</h2>
              <PriceTable
                rows={[
                  ...receipt.workers.map((worker) => ({
                    name: (
                      <>
                        <i className="w" />
                        <bdi>{worker.name}</bdi>
                      </>
                    ),
                    minor: worker.minor,
                  })),
                  {
                    name: (
                      <>
                        <i className="c" />
                        {t('receipt:our-co-op', { name })}
                      </>
                    ),
                    minor: shared.coOp,
                  },
                  {
                    name: (
                      <>
                        <i className="f" />
                        {t('receipt:twiza')}
                      </>
                    ),
                    minor: shared.federation,
                  },
                  {
                    name: (
                      <>
                        <i className="r" />
                        {t('receipt:who.card')}
                      </>
                    ),
                    minor: shared.card,
                  },
                ]}
                total={receipt.total - receipt.refunded}
                currency={currency}
                caption={t('receipt:got')}
                totalLabel={t('receipt:total')}
              />
              <p className="sm muted rule">
                {t('receipt:by-charter', {
                  version: receipt.charterVersion,
                  percent: writePercent(10_000, formatLocale),
                })}
              </p>
            </div>
          </div>
          <div className="notes">
            <p className="stay">
              <b>{writePercent(stayingBp(shared), formatLocale)}</b>
              <span>{t('receipt:stays', { card: amount(shared.card) })}</span>
            </p>
            <div>
              <h3>{t('receipt:keep')}</h3>
              <p>{t('receipt:keep.how')}</p>
              <p>
                <a className="link" href={`/orders/${receipt.token}/receipt.pdf`}>
                  {t('receipt:pdf')}
                </a>
              </p>
            </div>
            <div>
              <h3>{t('receipt:wrong')}</h3>
              <p>{t('receipt:wrong.what')}</p>
              <p>
                <a className="link" href={`/orders/${receipt.token}`}>
                  {t('receipt:order')}
                </a>
              </p>
            </div>
          </div>
        </section>
      </main>
    </Shell>
  )
}
