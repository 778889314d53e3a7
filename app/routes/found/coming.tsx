import { writeMoney } from '#app/kernel/write-money.ts'
import { MoneyText } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Cloth } from '#app/ui/marks.tsx'
import { SplitBar, SplitKey } from '#app/views/books/split-bar.tsx'
import { splitPartsOf } from '#app/views/books/split-parts.ts'
import type { Coming } from './coming.server.ts'

/** What groups will be able to found later: to be looked at, each with its own cloth, and not to be chosen. */
export function ComingBlueprints({ blueprints }: { readonly blueprints: readonly Coming[] }) {
  const { t } = useLanguage()
  if (blueprints.length === 0) return null
  return (
    <section className="wrap coming" aria-labelledby="coming">
      <h2 id="coming">{t('founding:soon')}</h2>
      <p className="text-muted">{t('founding:soon.lead')}</p>
      <ul>
        {blueprints.map((blueprint) => (
          <li key={blueprint.key}>
            <Cloth look={blueprint.look} width={320} height={200} className="coming-cloth" />
            <div className="coming-what">
              <h3>{blueprint.name}</h3>
              <p>{blueprint.about}</p>
              <p className="tag warn">{t('founding:coming')}</p>
            </div>
            <details>
              <summary>{t('founding:soon.look')}</summary>
              <SmallStorefront blueprint={blueprint} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A storefront in small: its first sentence sewn on its cloth, what it would sell, and where the money of one would go. */
function SmallStorefront({ blueprint }: { readonly blueprint: Coming }) {
  const { name, look, headline, workers, currency, samples, shared } = blueprint
  const { t, formatLocale } = useLanguage()
  const amount = (minor: bigint) => writeMoney({ minor, currency }, formatLocale)
  const splitParts = splitPartsOf(shared, t, workers)
  const [first] = samples
  return (
    <div className="coming-shop">
      <Cloth look={look} width={1120} height={220} className="coming-cover" />
      <h4>{headline}</h4>
      <div className="coming-two">
        <ul className="coming-goods">
          {samples.map(({ title, about, minor }) => (
            <li key={title}>
              <span>
                <b>{title}</b>
                <span className="hint">{about}</span>
              </span>
              <b>
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
