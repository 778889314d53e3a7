import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'

type Cell = string | number | bigint | null

/**
 * Rows as a CSV file with a head. A cell that a spreadsheet would take for a formula is written as text, because who
 * opens the file did not write what is in it. It begins with a mark by which spreadsheets know that it is UTF-8.
 */
export function writeCsv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'bigint' ? cell.toString() : cell))),
    {
      header: true,
      columns: head.map((title, index) => ({ key: String(index), header: title })),
      escape_formulas: true,
      bom: true,
      record_delimiter: 'windows',
    },
  )
}

/** A CSV file's records by the names in its head; undefined when it is none, or longer than `most` rows. */
export function readCsv(text: string, most: number): Record<string, string>[] | undefined {
  try {
    return parse(text, {
      columns: (head: string[]) => head.map((name) => name.trim().toLowerCase()),
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      delimiter: [',', ';', '\t'],
      to: most + 1,
    }) as Record<string, string>[]
  } catch {
    return undefined
  }
}
/** A CSV file to be taken along. */
export function csvResponse(name: string, csv: string): Response {
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}
