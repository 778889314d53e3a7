import { pathTo } from '#app/site-map/paths.ts'
import { useLanguage } from '#app/ui/language.tsx'

const STEPS = [
  ['blueprint', pathTo('/start')],
  ['name', pathTo('/start/name')],
  ['look', pathTo('/start/look')],
  ['people', pathTo('/start/people')],
  ['charter', pathTo('/start/charter')],
] as const

/** The classes of a step that is done (-1), is the current one (0), or comes later (1). */
const LOOK: Readonly<Record<number, string>> = {
  [-1]: 'text-muted before:border-olive before:bg-olive',
  0: 'font-semibold text-ink before:border-saffron before:bg-saffron',
  1: 'text-muted before:border-current',
}

/** The steps of founding, with links back to those that are done. */
export function FoundingSteps({ now }: { readonly now: (typeof STEPS)[number][0] }) {
  const { t } = useLanguage()
  const reached = STEPS.findIndex(([step]) => step === now)
  return (
    <nav aria-label={t('founding:steps')}>
      <ol className="mb-8 flex flex-wrap gap-x-8 gap-y-2 lg:w-max lg:flex-nowrap lg:gap-x-6 lg:whitespace-nowrap">
        {STEPS.map(([step, href], index) => (
          <li
            key={step}
            className={`flex min-h-target items-center gap-2 text-sm before:size-[0.7rem] before:rotate-45 before:border-[1.75px] ${LOOK[Math.sign(index - reached)]}`}
            aria-current={index === reached ? 'step' : undefined}
          >
            {index < reached ? (
              <a href={href} className="inline-flex min-h-target items-center">
                {t(`founding:step.${step}`)}
              </a>
            ) : (
              t(`founding:step.${step}`)
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
