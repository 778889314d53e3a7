import type { ReactNode } from 'react'
import { findClause } from '#app/domains/charter/charter.ts'
import type { ProposalPage } from '#app/reads/decisions/proposal-page.server.ts'
import { type Address, pathTo } from '#app/site-map/paths.ts'
import { writeMoment } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { useClauseWords } from '#app/views/charter/clause.tsx'

type Part = {
  readonly page: ProposalPage
  /** The address at which a renewal can be read. */
  readonly address: Extract<Address, `${string}/decisions/:number`>
  /** The button to renew, for members who may. */
  readonly children?: ReactNode
}

/** The date on which a lowered protection is restored, the words that return, and the way to renew. */
export function ProposalSunset({ page, address, children }: Part) {
  const { t, formatLocale } = useLanguage()
  const { timeZone, currency } = useCoOp()
  const words = useClauseWords(currency)
  const { sunset } = page
  const clause = findClause(page.clause)
  if (!sunset || !clause || !page.base) return null
  const date = writeMoment(sunset.at, 'date', { locale: formatLocale, timeZone })
  return (
    <section
      className="grid gap-4 border-t-[3px] border-saffron pt-5 max-lg:-order-1"
      aria-labelledby="sunset"
    >
      <h2 id="sunset">{t('decisions:sunset.head', { date })}</h2>
      <p>{t('decisions:sunset.back')}</p>
      <blockquote className="border-s-[3px] border-olive ps-4 leading-read">
        {words(clause, { ...page.base[clause], ...sunset.backTo })}
      </blockquote>
      {sunset.renewal ? (
        <p>
          <a href={pathTo(address, { number: sunset.renewal })}>
            {t('decisions:renew.under-way', { number: sunset.renewal })}
          </a>
        </p>
      ) : (
        children
      )}
    </section>
  )
}
