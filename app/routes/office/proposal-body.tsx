import { CLAUSES } from '#app/domains/charter/charter.ts'
import type { ProposalPage } from '#app/reads/proposals-page.server.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { writeMoment, writePercent } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { useClauseWords } from './clause.tsx'
import { STATE_TAG } from './proposal-rows.tsx'

type Part = { readonly page: ProposalPage }

/** What is proposed: why, what it changes in words, what it would have meant, and what it needs. */
export function ProposalBody({ page }: Part) {
  const { t } = useLanguage()
  return (
    <div className="body">
      <section>
        <h2>{t('governance:why')}</h2>
        {page.body.split('\n').map((text, index) => (
          <p className="read" dir="auto" key={index}>
            {text}
          </p>
        ))}
      </section>
      <Impact page={page} />
      <Diff page={page} />
      <Needs page={page} />
    </div>
  )
}

function Impact({ page }: Part) {
  const { t, formatLocale } = useLanguage()
  const { currency } = useCoOp()
  if (!page.impact) return null
  const amount = (minor: string) =>
    writeMoney({ minor: minor.replace('-', ''), currency }, formatLocale)
  const down = page.impact.change.startsWith('-')
  return (
    <section className="impact">
      <h2>{t('governance:impact')}</h2>
      <p className="lg">
        {t(down ? 'governance:impact.less' : 'governance:impact.more', {
          amount: amount(page.impact.change),
          count: page.impact.members.length,
        })}
      </p>
      <p className="sm muted">{t('governance:impact.from')}</p>
    </section>
  )
}

function Diff({ page }: Part) {
  const { t } = useLanguage()
  const words = useClauseWords(useCoOp().currency)
  const clause = CLAUSES.find((key) => key === page.clause)
  if (!clause || !page.base || !page.amendment) return null
  return (
    <section>
      <h2>{t('governance:changes')}</h2>
      <div className="diff">
        <p className="cl">{t(`charter:${clause}`)}</p>
        <p className="o">
          <span className="sg" aria-hidden="true">
            −
          </span>
          <del>{words(clause, page.base[clause])}</del>
        </p>
        <p className="nn">
          <span className="sg" aria-hidden="true">
            +
          </span>
          <ins>{words(clause, { ...page.base[clause], ...page.amendment })}</ins>
        </p>
      </div>
    </section>
  )
}

function Needs({ page }: Part) {
  const { t, formatLocale } = useLanguage()
  const { timeZone } = useCoOp()
  const percent = (bp: number) => writePercent(bp, formatLocale)
  const when = (at: string) => writeMoment(at, 'full', { locale: formatLocale, timeZone })
  const { tally } = page
  return (
    <section>
      <h2>{t('governance:needs')}</h2>
      <ol className="need">
        <li>
          <b>
            {page.majorityBp === 5000
              ? t('governance:needs.simple')
              : t('governance:needs.qualified', { percent: percent(page.majorityBp) })}
          </b>
          <span>{t('governance:needs.abstain')}</span>
        </li>
        <li>
          <b>
            {page.overHalf
              ? t('governance:needs.half', {
                  count: Math.floor(page.electorate / 2) + 1,
                  all: page.electorate,
                })
              : t('governance:needs.quorum', { percent: percent(page.quorumBp) })}
          </b>
          <span>{t('governance:needs.all')}</span>
        </li>
      </ol>
      <People electorate={page.electorate} voted={page.voted} />
      <p className="sm">{t('governance:turnout', { voted: page.voted, count: page.electorate })}</p>
      <p>
        <span className={`tag ${STATE_TAG[page.state]}`}>
          {t(`governance:state.${page.state}`)}
        </span>{' '}
        {tally
          ? t('governance:tally', tally)
          : t('governance:closes', { when: when(page.closesAt) })}
      </p>
      {page.inForceVersion ? (
        <p>
          <a href={`/charter/${page.inForceVersion}`}>
            {t('governance:made', { version: page.inForceVersion })}
          </a>
        </p>
      ) : null}
      {page.sunsetAt ? (
        <p className="sm muted">
          {t('governance:sunset', {
            date: writeMoment(page.sunsetAt, 'date', { locale: formatLocale, timeZone }),
          })}
        </p>
      ) : null}
    </section>
  )
}

/** Everybody who may vote, one stitch each; those who have are filled. */
function People({ electorate, voted }: { readonly electorate: number; readonly voted: number }) {
  return (
    <svg
      className="ppl"
      viewBox={`0 0 ${Math.max(1, electorate) * 20} 40`}
      style={{ maxInlineSize: `${electorate * 28}px` }}
      aria-hidden="true"
    >
      {Array.from({ length: electorate }, (_, index) => (
        <path
          key={index}
          d={`M${index * 20 + 10} 8l9 12-9 12-9-12z`}
          className={index < voted ? 'v' : ''}
        />
      ))}
    </svg>
  )
}
