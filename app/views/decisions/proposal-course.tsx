import type { ReactNode } from 'react'
import type { ProposalPage } from '#app/reads/decisions/proposal-page.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { writeMoment } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useCoOp } from '#app/ui/site.tsx'

type Step = {
  readonly key: string
  readonly name: string
  readonly at: string | null
  readonly told: ReactNode
  readonly stage: 'past' | 'now' | 'ahead'
}

/**
 * The steps of a proposal, from raising it to its sunset: the result of each reading, and the steps that come by
 * themselves.
 */
export function ProposalCourse({ page }: { readonly page: ProposalPage }) {
  const { t, formatLocale } = useLanguage()
  const { timeZone } = useCoOp()
  const steps = [...useReadings(page), ...useEffects(page)]
  const raised: Step = {
    key: 'raised',
    name: t('decisions:course.raised'),
    at: page.raisedAt,
    told: t('decisions:by', { name: page.author }),
    stage: 'past',
  }
  return (
    <section className="max-lg:order-1">
      <h2 className="mb-4">{t('decisions:course')}</h2>
      <ol className="course">
        {[raised, ...steps].map(({ key, name, at, told, stage }) => (
          <li key={key} className={stage} aria-current={stage === 'now' ? 'step' : undefined}>
            <b className={stage === 'now' ? 'text-lg/body' : undefined}>{name}</b>
            {at ? (
              <time className="text-sm text-muted" dateTime={at}>
                {writeMoment(at, 'date', { locale: formatLocale, timeZone })}
              </time>
            ) : null}
            {told ? <span className="text-sm leading-[1.4] ar:leading-[1.7]">{told}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

/**
 * Returns a step for each reading: counted, open, or still to come. A reading that a failed one made unnecessary has
 * no step.
 */
function useReadings(page: ProposalPage): Step[] {
  const { t, formatLocale } = useLanguage()
  const { timeZone } = useCoOp()
  const when = (at: string) => writeMoment(at, 'full', { locale: formatLocale, timeZone })
  const held = page.closedAt ? page.reading : page.readings
  return Array.from({ length: held }, (_, index): Step => {
    const number = index + 1
    const key = `reading-${number}`
    const name =
      page.readings === 1
        ? t('decisions:course.vote')
        : t(number === 1 ? 'decisions:course.reading-1' : 'decisions:course.reading-2')
    const past = page.past.find(({ reading }) => reading === number)
    const closed = past ?? (number === page.reading && page.tally ? page : undefined)
    if (closed?.tally)
      return {
        key,
        name,
        at: closed.closedAt,
        told: t('decisions:tally', closed.tally),
        stage: 'past',
      }
    if (number > page.reading || page.closedAt) {
      const told = page.closedAt ? null : t('decisions:course.second-after')
      return { key, name, at: null, told, stage: 'ahead' }
    }
    const open = page.state === 'voting'
    const told = open
      ? t('decisions:closes', { when: when(page.closesAt) })
      : t('decisions:opens', { when: when(page.opensAt) })
    return { key, name, at: open ? page.openedAt : page.opensAt, told, stage: 'now' }
  })
}

/**
 * Returns the steps after an amendment passed: its effect on the charter and, where it lowers a protection, its
 * sunset.
 */
function useEffects(page: ProposalPage): Step[] {
  const { t, formatLocale } = useLanguage()
  const { timeZone } = useCoOp()
  if (!page.clause || page.overtaken || ['failed', 'withdrawn'].includes(page.state)) return []
  const effect: Step = {
    key: 'effect',
    name: t('decisions:course.effect'),
    at: page.inForceAt ?? page.effectiveAt,
    told: page.inForceVersion ? (
      <a href={pathTo('/charter/:version', { version: page.inForceVersion })}>
        {t('decisions:made', { version: page.inForceVersion })}
      </a>
    ) : (
      t('decisions:course.effect-after')
    ),
    stage: page.inForceAt ? 'past' : page.state === 'cooling-off' ? 'now' : 'ahead',
  }
  if (!page.sunsetAt) return [effect]
  const date = writeMoment(page.sunsetAt, 'date', { locale: formatLocale, timeZone })
  const told = page.lapsedAt ? (
    t('decisions:course.lapsed')
  ) : page.followedBy ? (
    <a href={pathTo('/decisions/:number', { number: page.followedBy })}>
      {t('decisions:course.followed', { number: page.followedBy })}
    </a>
  ) : (
    t('decisions:sunset', { date })
  )
  const over = page.lapsedAt !== null || page.followedBy !== null
  return [
    effect,
    {
      key: 'sunset',
      name: t('decisions:course.sunset'),
      at: page.lapsedAt ?? page.sunsetAt,
      told,
      stage: over ? 'past' : 'ahead',
    },
  ]
}
