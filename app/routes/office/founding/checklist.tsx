import type { FirstStep } from '#app/reads/founding/checklist.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Diamond } from '#app/ui/marks.tsx'

const WHERE: Readonly<Record<FirstStep, string>> = {
  charter: pathTo('/office/charter'),
  words: pathTo('/office/storefront'),
  colours: pathTo('/office/brand'),
  listing: pathTo('/office/listings/new'),
  photo: pathTo('/office/listings'),
  hours: pathTo('/office/hours'),
  people: pathTo('/office/members'),
}

/** What a young co-op settles in its first days, in any order. */
export function Checklist({
  steps,
}: {
  readonly steps: readonly { readonly step: FirstStep; readonly done: boolean }[]
}) {
  const { t } = useLanguage()
  const done = steps.filter((step) => step.done).length
  return (
    <section className="start" aria-labelledby="first-steps">
      <div>
        <h2 id="first-steps">{t('founding:brand.first')}</h2>
        <p className="big">
          <b>{t('founding:brand.first.done', { done })}</b>{' '}
          {t('founding:brand.first.of', { all: steps.length })}
        </p>
        <p className="text-muted text-sm">{t('founding:brand.first.any-order')}</p>
        <form method="post" action={pathTo('/office/co-op/checklist')}>
          <button className="plain">{t('founding:brand.first.dismiss')}</button>
        </form>
      </div>
      <ol>
        {steps.map((item) => (
          <li key={item.step} className={item.done ? 'ok' : undefined}>
            <a href={WHERE[item.step]}>
              <Diamond done={item.done} />
              <span>{t(`founding:brand.first.${item.step}`)}</span>
              <span className="sr-only">
                {t(item.done ? 'founding:brand.first.is-done' : 'founding:brand.first.to-do')}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}
