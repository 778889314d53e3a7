import type { ReactNode } from 'react'
import { findClause } from '#app/domains/charter/charter.ts'
import type { ClauseKey } from '#app/domains/charter/clauses.ts'
import type { ProposalPage } from '#app/reads/decisions/proposal-page.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { Note } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { useClauseWords } from '#app/views/charter/clause.tsx'
import { ProposalImpact } from './proposal-impact.tsx'
import { ProposalNeeds } from './proposal-needs.tsx'
import { ProposalRecount } from './proposal-recount.tsx'

type Part = { readonly page: ProposalPage }

/**
 * The body of a proposal: the reason, the change in words, its impact, its conditions and, after the vote, its ballots.
 */
export function ProposalBody({ page }: Part) {
  const { t } = useLanguage()
  return (
    <div className="grid min-w-0 grid-cols-1 gap-16">
      <Overtaken page={page} />
      <section>
        <h2 className="mb-4">{t('decisions:why')}</h2>
        <Paragraphs text={page.body} className="text-lg/read" />
      </section>
      <ProposalImpact page={page} />
      <Withheld titles={page.withheld} />
      <Diff page={page} />
      <ProposalNeeds page={page} />
      <ProposalRecount page={page} />
    </div>
  )
}

/**
 * A notice that the proposal's clause has changed since, so that members know that it cannot take effect.
 */
function Overtaken({ page: { overtaken, state } }: Part) {
  const { t } = useLanguage()
  if (!overtaken) return null
  const { version, number } = overtaken
  return (
    <Note kind="bad">
      <p>
        {t(state === 'overtaken' ? 'decisions:overtaken' : 'decisions:overtaken.soon', {
          version,
        })}
      </p>
      <p>
        <a
          className="link"
          href={
            number
              ? pathTo('/decisions/:number', { number })
              : pathTo('/charter/:version', { version })
          }
        >
          {number ? t('decisions:overtaken.by', { number }) : t('decisions:made', { version })}
        </a>
      </p>
    </Note>
  )
}

/** The listings that the change would withdraw from the storefront, so that members know them when they vote. */
function Withheld({ titles }: { readonly titles: readonly string[] }) {
  const { t } = useLanguage()
  if (titles.length === 0) return null
  return (
    <section>
      <h2 className="mb-4">{t('decisions:withheld')}</h2>
      <ul className="plain">
        {titles.map((title) => (
          <li key={title}>
            <bdi>{title}</bdi>
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">{t('decisions:withheld.what')}</p>
    </section>
  )
}

function Diff({ page }: Part) {
  const { t } = useLanguage()
  const words = useClauseWords(useCoOp().currency)
  const clause = findClause(page.clause)
  if (!clause || !page.base || !page.amendment) return null
  const proposed = words(clause, { ...page.base[clause], ...page.amendment })
  if (page.renews)
    return (
      <section>
        <h2 className="mb-4">{t('decisions:keeps')}</h2>
        <ClauseWords clause={clause}>
          <p className={`${LINE} mt-0`}>{proposed}</p>
        </ClauseWords>
        <p className="text-sm">
          <a href={pathTo('/decisions/:number', { number: page.renews })}>
            {t('decisions:renews', { number: page.renews })}
          </a>
        </p>
      </section>
    )
  return (
    <section>
      <h2 className="mb-4">{t('decisions:changes')}</h2>
      <ClauseWords clause={clause}>
        <p
          className={`${LINE} mt-0 bg-[color-mix(in_oklab,var(--color-madder)_11%,var(--color-surface))]`}
        >
          <Sign>−</Sign>
          <del className="font-semibold text-madder decoration-2">
            {words(clause, page.base[clause])}
          </del>
        </p>
        <p
          className={`${LINE} mt-0.5 bg-[color-mix(in_oklab,var(--color-olive)_14%,var(--color-surface))]`}
        >
          <Sign>+</Sign>
          <ins className="font-semibold decoration-olive decoration-2 underline-offset-[0.2em]">
            {proposed}
          </ins>
        </p>
      </ClauseWords>
    </section>
  )
}

const LINE = 'relative max-w-none py-2 ps-9'

/** The name of a clause, and lines of its words below. */
function ClauseWords({
  clause,
  children,
}: {
  readonly clause: ClauseKey
  readonly children: ReactNode
}) {
  const { t } = useLanguage()
  return (
    <div className="border-y-[1.5px] border-ink py-5 text-lg/read">
      <p className="max-w-none py-2 text-sm font-semibold">{t(`charter:${clause}`)}</p>
      {children}
    </div>
  )
}

/** The sign of a line that the change removes or adds. */
function Sign({ children }: { readonly children: ReactNode }) {
  return (
    <span className="absolute start-2 font-semibold" aria-hidden="true">
      {children}
    </span>
  )
}
