import { pathTo } from '#app/site-map/paths.ts'
import { useLanguage } from '#app/ui/language.tsx'

const STEPS = [
  ['blueprint', pathTo('/start')],
  ['name', pathTo('/start/name')],
  ['look', pathTo('/start/look')],
  ['people', pathTo('/start/people')],
  ['charter', pathTo('/start/charter')],
] as const

/** Where a group is on the way to its own storefront. One may always go back. */
export function FoundingSteps({ now }: { readonly now: (typeof STEPS)[number][0] }) {
  const { t } = useLanguage()
  const reached = STEPS.findIndex(([step]) => step === now)
  return (
    <nav className="founding-steps" aria-label={t('founding:steps')}>
      <ol>
        {STEPS.map(([step, href], index) => (
          <li
            key={step}
            className={index < reached ? 'ok' : undefined}
            aria-current={index === reached ? 'step' : undefined}
          >
            {index < reached ? (
              <a href={href}>{t(`founding:step.${step}`)}</a>
            ) : (
              t(`founding:step.${step}`)
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
