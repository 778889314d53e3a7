import { dateFormat } from '#app/kernel/formats.ts'
import { MoneyText } from './figures.tsx'
import { useLanguage } from './language.tsx'

/** Writes the name of a month, `2026-11`, in the reader's language: short for a chart, with its year for a table. */
export function writeMonth(month: string, style: 'short' | 'long', locale: string): string {
  return dateFormat(locale, {
    month: style,
    ...(style === 'long' ? { year: 'numeric' as const } : {}),
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`))
}

type Row = { readonly month: string; readonly all: bigint; readonly part: bigint }

/** The table of a chart: two amounts for each month. */
export function MonthsTable({
  rows,
  currency,
  heads,
}: {
  readonly rows: readonly Row[]
  readonly currency: string
  readonly heads: readonly [all: string, part: string]
}) {
  const { t, formatLocale } = useLanguage()
  return (
    <details>
      <summary>{t('books:months')}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('books:months')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('books:month')}</th>
              {heads.map((head) => (
                <th key={head} scope="col" className="n">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ month, all, part }) => (
              <tr key={month}>
                <th scope="row">{writeMonth(month, 'long', formatLocale)}</th>
                <td className="n">
                  <MoneyText minor={all} currency={currency} />
                </td>
                <td className="n">
                  <MoneyText minor={part} currency={currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
