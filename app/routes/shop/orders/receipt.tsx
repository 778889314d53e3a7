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
import { PriceTable, SPLIT_FILLS, SplitBar } from '#app/views/books/split-bar.tsx'
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
    <Shell className="max-sm:[&_.bar_nav]:ms-0 [&_.bar]:border-b [&_.bar]:border-line [&_.foot]:border-t [&_.foot]:border-night-line">
      <main id="main">
        <header className="wrap pt-10 pb-12">
          <p className="text-muted">{words.number}</p>
          <h1 className="mt-3 max-w-[15ch] text-[clamp(2.5rem,1.3rem+5vw,5.25rem)] leading-none tracking-display">
            {words.head}
          </h1>
        </header>
        {words.kept > 0n ? (
          <section className="wrap" aria-label={t('orders:receipt.where')}>
            <SplitBar
              splitParts={splitPartsOf(shared, t, words.names)}
              caption={writeMoney({ minor: shared.workers, currency }, formatLocale)}
            />
          </section>
        ) : null}
        <section className="wrap grid grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)] items-start gap-16 py-section max-lg:grid-cols-1 max-lg:gap-12">
          <div className="bg-surface-2 max-sm:-mx-gut">
            <Band look={coOp.look} />
            <div className="px-gut pt-8 pb-10">
              <Sold title={receipt.title} when={words.when} state={receipt.state} />
              <h2 className="mt-4 mb-2 text-xl">{t('orders:receipt.paid')}</h2>
              <Lines
                lines={receipt.lines}
                unused={receipt.unused}
                total={receipt.total}
                totalLabel={t('orders:receipt.total')}
                format="receipt"
              />
              {words.returned.length > 0 ? (
                <>
                  <h2 className="mt-12 mb-2 text-xl">{t('orders:receipt.back')}</h2>
                  <PriceTable
                    rows={words.returned.map(({ label, minor }) => ({ name: label, minor }))}
                    total={words.kept}
                    currency={currency}
                    caption={t('orders:receipt.back')}
                    totalLabel={t('orders:receipt.kept')}
                    format="receipt"
                  />
                </>
              ) : null}
              <h2 className="mt-12 mb-2 text-xl">{t('orders:receipt.got')}</h2>
              <PriceTable
                rows={words.parts.map(({ who, label, minor }) => ({
                  name: (
                    <>
                      {who === 'customer' ? null : (
                        <i className={`me-3 inline-block size-3 ${SPLIT_FILLS[who]}`} />
                      )}
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
                format="receipt"
              />
              <p className="mt-6 text-sm text-muted">
                <a
                  className="link"
                  href={pathTo('/charter/:version', { version: String(receipt.charterVersion) })}
                >
                  {words.byCharter}
                </a>
              </p>
            </div>
          </div>
          <Notes />
        </section>
      </main>
    </Shell>
  )
}

type SoldProps = { readonly title: string; readonly when: string; readonly state: string }

/** What was sold: its title, its time, and whether it was cancelled. */
function Sold({ title, when, state }: SoldProps) {
  const { t } = useLanguage()
  return (
    <p className="mb-6 flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <b className="basis-full text-lg/body" dir="auto">
        {title}
      </b>
      <span>{when}</span>
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
    <div className="grid gap-10">
      {total === refunded ? (
        <p>{t('orders:receipt.borne', { card })}</p>
      ) : (
        <p>
          <b className="mb-3 block text-[clamp(3.5rem,8vw,6rem)] leading-none tracking-display text-olive">
            {writeShare(stayingBp(shared), formatLocale)}
          </b>
          <span className="block text-lg/[1.4]">
            {t(refunded > 0n ? 'orders:receipt.stays.part' : 'orders:receipt.stays', { card })}
          </span>
        </p>
      )}
      <div>
        <h3 className="mb-2">{t('orders:receipt.keep')}</h3>
        <p>{t('orders:receipt.keep.how')}</p>
        <p>
          <a className="link" href={pathTo('/orders/:token/receipt.pdf', { token })}>
            {t('orders:receipt.pdf')}
          </a>
        </p>
      </div>
      <div>
        <h3 className="mb-2">{t('orders:receipt.wrong')}</h3>
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
