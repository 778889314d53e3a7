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
    <section id="recount">
      <h2 className="mb-4">{t('decisions:recount')}</h2>
      <p>{t('decisions:recount.lead')}</p>
      <pre
        className="my-4 rounded bg-surface-2 px-5 py-4 text-sm whitespace-pre-wrap"
        dir="ltr"
        tabIndex={0}
      >
        {COMMAND}
      </pre>
      <ul className="grid gap-3">
        {closed.map((reading) => (
          <li key={reading} className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <b className="min-w-44 max-sm:basis-full">{name(reading)}</b>
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
