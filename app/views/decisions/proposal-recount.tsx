import type { ProposalPage } from '#app/reads/decisions/proposal-page.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { useLanguage } from '#app/ui/language.tsx'

/** The command that counts a downloaded vote again. */
const COMMAND = 'npm run twiza -- recount ballots.csv'

/** The ballots of each closed reading, for anybody to download and count again. */
export function ProposalRecount({ page }: { readonly page: ProposalPage }) {
  const { t } = useLanguage()
  const closed = [
    ...page.past.map(({ reading }) => reading),
    ...(page.tally && page.closedAt ? [page.reading] : []),
  ]
  if (closed.length === 0) return null
  const name = (reading: number) =>
    page.readings === 1
      ? t('decisions:recount.take')
      : t(reading === 1 ? 'decisions:course.reading-1' : 'decisions:course.reading-2')
  return (
    <section className="recount" id="recount">
      <h2>{t('decisions:recount')}</h2>
      <p>{t('decisions:recount.lead')}</p>
      <pre dir="ltr" tabIndex={0}>
        {COMMAND}
      </pre>
      <ul>
        {closed.map((reading) => (
          <li key={reading}>
            <b>{name(reading)}</b>
            {(['csv', 'json'] as const).map((form) => (
              <a
                key={form}
                className="btn ghost"
                href={pathTo(
                  `/decisions/:number/ballots.${form}`,
                  { number: page.number },
                  { reading },
                )}
                aria-label={`${name(reading)}: ${form.toUpperCase()}`}
              >
                {form.toUpperCase()}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
