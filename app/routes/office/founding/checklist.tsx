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

/** The first steps of a new co-op, in any order. */
export function Checklist({
  steps,
  className,
}: {
  readonly steps: readonly { readonly step: FirstStep; readonly done: boolean }[]
  /** The space around the list. */
  readonly className: string
}) {
  const { t } = useLanguage()
  const done = steps.filter((step) => step.done).length
  return (
    <section
      className={`grid grid-cols-[1fr_2.6fr] gap-x-16 gap-y-8 border-t-[1.5px] border-ink pt-8 max-lg:grid-cols-1 max-lg:gap-12 ${className}`}
      aria-labelledby="first-steps"
    >
      <div>
        <h2 id="first-steps">{t('founding:brand.first')}</h2>
        <p className="text-2xl">
          <b className="text-[clamp(4rem,8vw,6.5rem)] leading-none tracking-display">
            {t('founding:brand.first.done', { done })}
          </b>{' '}
          {t('founding:brand.first.of', { all: steps.length })}
        </p>
        <p className="text-muted text-sm">{t('founding:brand.first.any-order')}</p>
        <form method="post" action={pathTo('/office/co-op/checklist')}>
          <button className="plain">{t('founding:brand.first.dismiss')}</button>
        </form>
      </div>
      <ol className="grid grid-cols-2 gap-x-10 max-sm:grid-cols-1">
        {steps.map((item) => (
          <li key={item.step}>
            <a
              className={`flex min-h-14 items-center gap-4 border-b border-line no-underline ${item.done ? 'font-normal text-muted' : 'font-semibold'}`}
              href={WHERE[item.step]}
            >
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
