import { writeMoney } from '#app/kernel/write-money.ts'
import type { ProposalPage } from '#app/reads/decisions/proposal-page.server.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { useCoOp } from '#app/ui/site.tsx'

/**
 * The impact statement: what the change would have meant in the last twelve months of the ledger. Members see it
 * before they vote.
 */
export function ProposalImpact({ page }: { readonly page: ProposalPage }) {
  const { t } = useLanguage()
  const sentence = useStatement(page)
  if (!sentence) return null
  return (
    <section className="bg-surface-2 px-[clamp(1.25rem,3vw,2.5rem)] py-8 max-sm:-mx-gut">
      <h2 className="mb-4">{t('decisions:impact')}</h2>
      <p className="text-lg font-semibold">{sentence}</p>
      <p className="text-sm text-muted">
        {t(page.openedAt ? 'decisions:impact.from' : 'decisions:impact.from-raised')}
      </p>
    </section>
  )
}

function useStatement({ impact, renews }: ProposalPage): string | null {
  const { t, formatLocale } = useLanguage()
  const { currency } = useCoOp()
  const money = (minor: string) => writeMoney({ minor, currency }, formatLocale)
  if (!impact) return null
  if (impact.of === 'year')
    return t('decisions:impact.year', {
      count: impact.orders,
      paid: money(impact.paid),
      earned: money(impact.earned),
    })
  if (impact.of === 'cancellation')
    return t(renews ? 'decisions:impact.cancelled-back' : 'decisions:impact.cancelled', {
      count: impact.orders,
      kept: money(impact.kept),
      would: money(impact.would),
    })
  const [count, amount] = [impact.members, money(impact.change.replace('-', ''))]
  if (renews) return t('decisions:impact.back', { count, amount })
  const less = impact.change.startsWith('-')
  return t(less ? 'decisions:impact.less' : 'decisions:impact.more', { count, amount })
}
