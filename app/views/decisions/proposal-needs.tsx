import type { ReactNode } from 'react'
import { conditionsOf } from '#app/domains/decisions/tally.ts'
import type { ProposalPage } from '#app/reads/decisions/proposal-page.server.ts'
import { writeMoment, writePercent } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Lock } from '#app/ui/marks.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { stateKey, STATE_TAG } from './proposal-rows.tsx'

type Part = { readonly page: ProposalPage }

/** The conditions that the proposal must meet, whether it met each, and the turnout. */
export function ProposalNeeds({ page }: Part) {
  const { t, formatLocale } = useLanguage()
  const percent = (bp: number) => writePercent(bp, formatLocale)
  const { electorate, tally } = page
  const had = tally && conditionsOf(tally, page)
  return (
    <section>
      <h2 className="mb-4">{t('decisions:needs')}</h2>
      <ol className="mb-6 grid grid-cols-2 gap-8 max-sm:grid-cols-1 max-sm:gap-4">
        {page.readings > 1 ? (
          <Need what={t('decisions:needs.twice')} why={t('decisions:needs.twice-why')} />
        ) : null}
        {page.majorityBp === 5000 ? (
          <Need
            what={t('decisions:needs.simple')}
            why={t('decisions:needs.tie')}
            met={had?.majority}
          />
        ) : (
          <Need
            what={t('decisions:needs.qualified', { percent: percent(page.majorityBp) })}
            why={t('decisions:needs.abstain')}
            met={had?.majority}
          />
        )}
        {page.overHalfOfMembers ? (
          <Need
            what={t('decisions:needs.half', {
              count: Math.floor(electorate / 2) + 1,
              all: electorate,
            })}
            why={t('decisions:needs.all')}
            met={had?.half}
          />
        ) : null}
        {!page.overHalfOfMembers || page.quorumBp > 5000 ? (
          <Need
            what={t('decisions:needs.quorum', { percent: percent(page.quorumBp) })}
            why={t('decisions:needs.all')}
            met={had?.quorate}
          />
        ) : null}
      </ol>
      <People electorate={electorate} voted={page.voted} />
      <p className="text-sm">{t('decisions:turnout', { voted: page.voted, count: electorate })}</p>
      <ReturnPoint page={page} />
      <p className="text-sm text-muted">
        {page.frozen ? t('decisions:frozen', { count: electorate }) : t('decisions:not-frozen')}
      </p>
      {page.state === 'discussion' ? (
        <p className="flex items-center gap-2 text-sm text-muted">
          <Lock />
          <span>{t(page.secret ? 'decisions:will-be-secret' : 'decisions:will-be-open')}</span>
        </p>
      ) : null}
    </section>
  )
}

type NeedProps = {
  readonly what: ReactNode
  readonly why: ReactNode
  /** Whether the condition is met; undefined until it can be known. */
  readonly met?: boolean | undefined
}

function Need({ what, why, met }: NeedProps) {
  const { t } = useLanguage()
  return (
    <li>
      <b className="block text-xl leading-[1.25] tracking-tight ar:leading-[1.5]">{what}</b>
      <span className="text-sm text-muted">{why}</span>
      {met === undefined ? null : (
        <p>
          <span className={`tag mt-1 ${met ? 'ok' : 'bad'}`}>
            {t(met ? 'decisions:met' : 'decisions:not-met')}
          </span>
        </p>
      )}
    </li>
  )
}

function ReturnPoint({ page }: Part) {
  const { t, formatLocale } = useLanguage()
  const { timeZone } = useCoOp()
  const when = (at: string) => writeMoment(at, 'full', { locale: formatLocale, timeZone })
  return (
    <p>
      <span className={`tag ${STATE_TAG[page.state]}`}>{t(stateKey(page))}</span>{' '}
      {page.tally
        ? t('decisions:tally', page.tally)
        : page.state === 'discussion'
          ? t('decisions:opens', { when: when(page.opensAt) })
          : t('decisions:closes', { when: when(page.closesAt) })}
    </p>
  )
}

/** One mark for each elector; the marks of those who voted are filled. */
function People({ electorate, voted }: { readonly electorate: number; readonly voted: number }) {
  return (
    <svg
      className="mb-2 h-auto w-full stroke-[1.5]"
      viewBox={`0 0 ${Math.max(1, electorate) * 20} 40`}
      style={{ maxInlineSize: `${electorate * 28}px` }}
      aria-hidden="true"
    >
      {Array.from({ length: electorate }, (_, index) => (
        <path
          key={index}
          d={`M${index * 20 + 10} 8l9 12-9 12-9-12z`}
          className={
            index < voted ? 'fill-split-worker stroke-split-worker' : 'fill-none stroke-line-strong'
          }
        />
      ))}
    </svg>
  )
}
