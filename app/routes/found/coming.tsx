import { writeMoney } from '#app/kernel/write-money.ts'
import { MoneyText } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Cloth } from '#app/ui/marks.tsx'
import { SplitBar, SplitKey } from '#app/views/books/split-bar.tsx'
import { splitPartsOf } from '#app/views/books/split-parts.ts'
import type { Coming } from './coming.server.ts'

/** The blueprints that are not ready yet, each with its own pattern. They cannot be chosen. */
export function ComingBlueprints({ blueprints }: { readonly blueprints: readonly Coming[] }) {
  const { t } = useLanguage()
  if (blueprints.length === 0) return null
  return (
    <section className="wrap pt-section" aria-labelledby="coming">
      <h2 id="coming">{t('founding:soon')}</h2>
      <p className="mt-3 mb-8 text-muted">{t('founding:soon.lead')}</p>
      <ul className="border-t-[1.5px] border-ink">
        {blueprints.map((blueprint) => (
          <li
            key={blueprint.key}
            className="grid grid-cols-[14rem_minmax(0,1fr)] gap-x-10 border-b border-line py-6 max-sm:grid-cols-[minmax(0,1fr)] max-sm:gap-y-4"
          >
            <Cloth
              look={blueprint.look}
              width={320}
              height={200}
              className="h-30 w-full rounded object-cover max-sm:h-20"
            />
            <div className="grid grid-cols-[minmax(0,1fr)_auto] content-start items-baseline gap-x-8 gap-y-2">
              <h3 className="text-xl">{blueprint.name}</h3>
              <p className="mt-0">{blueprint.about}</p>
              <p className="tag warn col-start-2 row-start-1 mt-0">{t('founding:coming')}</p>
            </div>
            <details className="col-span-full">
              <summary className="ms-66 w-fit max-sm:ms-0">{t('founding:soon.look')}</summary>
              <SmallStorefront blueprint={blueprint} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A small storefront: its first sentence over its pattern, its samples, and the split of one sale. */
function SmallStorefront({ blueprint }: { readonly blueprint: Coming }) {
  const { name, look, headline, workers, currency, samples, shared } = blueprint
  const { t, formatLocale } = useLanguage()
  const amount = (minor: bigint) => writeMoney({ minor, currency }, formatLocale)
  const splitParts = splitPartsOf(shared, t, workers)
  const [first] = samples
  return (
    <div className="py-4">
      <Cloth
        look={look}
        width={1120}
        height={220}
        className="block h-[clamp(7rem,17vw,13rem)] w-full rounded object-cover"
      />
      <h4 className="relative -mt-12 w-fit max-w-[min(21ch,92%)] bg-surface pt-5 pe-8 pb-4 text-2xl/[1.1] tracking-display ar:leading-[1.4]">
        {headline}
      </h4>
      <div className="my-6 grid grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)] items-start gap-x-16 gap-y-8 max-lg:grid-cols-[minmax(0,1fr)]">
        <ul className="border-t-[1.5px] border-ink">
          {samples.map(({ title, about, minor }) => (
            <li
              key={title}
              className="flex items-baseline justify-between gap-6 border-b border-line py-4"
            >
              <span>
                <b>{title}</b>
                <span className="hint">{about}</span>
              </span>
              <b className="text-lg/body">
                <MoneyText minor={minor} currency={currency} />
              </b>
            </li>
          ))}
        </ul>
        {first ? (
          <div className="stack-s">
            <p>{t('founding:soon.sample', { amount: amount(first.minor), title: first.title })}</p>
            <SplitBar splitParts={splitParts} caption={amount(shared.workers)} />
            <SplitKey splitParts={splitParts} currency={currency} small />
          </div>
        ) : null}
      </div>
      <p className="text-sm text-muted">{t('founding:soon.not-yet', { name })}</p>
    </div>
  )
}
