import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readReceipt } from '#app/reads/orders/receipt.server.ts'
import { atCoop, notFound } from '#app/request/guards.server.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { writeShare } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Band } from '#app/ui/marks.tsx'
import { receiptWords } from '#app/views/orders/receipt-words.ts'
import { Shell } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { PriceTable, SplitBar } from '#app/views/books/split-bar.tsx'
import { stayingBp, splitPartsOf } from '#app/views/books/split-parts.ts'
import { Lines } from './summary.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, t } = atCoop(args)
  const receipt = await readReceipt(tenant, args.params['token'] ?? '')
  if (!receipt) throw notFound()
  return { title: t('orders:receipt.title', { code: receipt.code, name: tenant.name }), receipt }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? '' },
  { name: 'robots', content: 'noindex' },
]

export default function ReceiptPage() {
  const { receipt } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const coOp = useCoOp()
  const { t, formatLocale } = language
  const { currency } = coOp
  const words = receiptWords(receipt, language, coOp)
  const { shared } = receipt
  return (
    <Shell page="receipt">
      <main id="main">
        <header className="wrap top">
          <p className="text-muted">{words.number}</p>
          <h1>{words.head}</h1>
        </header>
        {words.kept > 0n ? (
          <section className="wrap" aria-label={t('orders:receipt.where')}>
            <SplitBar
              splitParts={splitPartsOf(shared, t, words.names)}
              caption={writeMoney({ minor: shared.workers, currency }, formatLocale)}
            />
          </section>
        ) : null}
        <section className="wrap sheet">
          <div className="paper">
            <Band look={coOp.look} />
            <div className="in3">
              <Visit title={receipt.title} visit={words.visit} state={receipt.state} />
              <h2>{t('orders:receipt.paid')}</h2>
              <Lines
                lines={receipt.lines}
                total={receipt.total}
                totalLabel={t('orders:receipt.total')}
              />
              {words.returned.length > 0 ? (
                <>
                  <h2>{t('orders:receipt.back')}</h2>
                  <PriceTable
                    rows={words.returned.map(({ label, minor }) => ({ name: label, minor }))}
                    total={words.kept}
                    currency={currency}
                    caption={t('orders:receipt.back')}
                    totalLabel={t('orders:receipt.kept')}
                  />
                </>
              ) : null}
              <h2>{t('orders:receipt.got')}</h2>
              <PriceTable
                rows={words.parts.map(({ who, label, minor }) => ({
                  name: (
                    <>
                      <i className={who} />
                      <bdi>{label}</bdi>
                    </>
                  ),
                  minor,
                }))}
                total={words.kept}
                currency={currency}
                caption={t('orders:receipt.got')}
                totalLabel={t(
                  receipt.refunded > 0n ? 'orders:receipt.kept' : 'orders:receipt.total',
                )}
              />
              <p className="text-sm text-muted rule">
                {t('orders:receipt.by-charter', { version: receipt.charterVersion })}
              </p>
            </div>
          </div>
          <Notes />
        </section>
      </main>
    </Shell>
  )
}

type VisitProps = { readonly title: string; readonly visit: string; readonly state: string }

/** What was paid for, and when it was to be. */
function Visit({ title, visit, state }: VisitProps) {
  const { t } = useLanguage()
  return (
    <p className="visit">
      <b dir="auto">{title}</b>
      <span>{visit}</span>
      {state === 'cancelled' ? (
        <span className="tag bad">{t('orders:receipt.cancelled')}</span>
      ) : null}
    </p>
  )
}

function Notes() {
  const { receipt } = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const { currency } = useCoOp()
  const { shared, total, refunded, token, code, contactEmail } = receipt
  const card = writeMoney({ minor: shared.card, currency }, formatLocale)
  return (
    <div className="notes">
      {total === refunded ? (
        <p>{t('orders:receipt.borne', { card })}</p>
      ) : (
        <p className="stay">
          <b>{writeShare(stayingBp(shared), formatLocale)}</b>
          <span>
            {t(refunded > 0n ? 'orders:receipt.stays.part' : 'orders:receipt.stays', { card })}
          </span>
        </p>
      )}
      <div>
        <h3>{t('orders:receipt.keep')}</h3>
        <p>{t('orders:receipt.keep.how')}</p>
        <p>
          <a className="link" href={pathTo('/orders/:token/receipt.pdf', { token })}>
            {t('orders:receipt.pdf')}
          </a>
        </p>
      </div>
      <div>
        <h3>{t('orders:receipt.wrong')}</h3>
        <p>{t('orders:receipt.wrong.what')}</p>
        {contactEmail ? (
          <p>
            <a className="link" href={`mailto:${contactEmail}?subject=${code}`}>
              <bdi>{contactEmail}</bdi>
            </a>
          </p>
        ) : null}
        <p>
          <a className="link" href={pathTo('/orders/:token', { token })}>
            {t('orders:receipt.order')}
          </a>
        </p>
      </div>
    </div>
  )
}
