import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { plainText } from '#app/kernel/isolated.ts'

type Cell = string | number | bigint | null

/** How a cell begins that spreadsheets run, in narrow and wide signs. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/
const BELOW_ZERO = /^-\d+(?:\.\d+)?$/

/**
 * Rows as a CSV file with a head. A cell that a spreadsheet would take for a formula is written as text, because who
 * opens the file did not write what is in it; an amount below zero stays a number, to be added up. What a page needs to
 * show a text in its own direction is left out. It begins with a mark by which spreadsheets know that it is UTF-8.
 */
export function writeCsv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => row.map(safe)),
    {
      header: true,
      columns: head.map((title, index) => ({ key: String(index), header: title })),
      bom: true,
      record_delimiter: 'windows',
    },
  )
}

function safe(cell: Cell): string | number | null {
  if (typeof cell === 'bigint') return cell.toString()
  if (typeof cell !== 'string') return cell
  const text = plainText(cell)
  return FORMULA.test(text) && !BELOW_ZERO.test(text) ? `'${text}` : text
}

type ReadCsv =
  | {
      readonly ok: true
      /** The names of its columns, in small letters. */
      readonly head: readonly string[]
      readonly records: Record<string, string>[]
    }
  | { readonly ok: false; readonly line: number }

/** A CSV file's records by the names in its head, up to one more than `most`; or the line at which it is none. */
export function readCsv(text: string, most: number): ReadCsv {
  let head: string[] = []
  const columns = (names: string[]) => (head = names.map((name) => name.trim().toLowerCase()))
  try {
    const records = parse(text, {
      columns,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      delimiter: [',', ';', '\t'],
      to: most + 1,
    }) as Record<string, string>[]
    return { ok: true, head, records }
  } catch (error) {
    if (error instanceof CsvError) return { ok: false, line: Number(error['lines'] ?? 1) }
    throw error
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
