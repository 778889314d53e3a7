import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { plainText } from '#app/kernel/isolated.ts'

type Cell = string | number | bigint | null

/** The beginnings of cells that spreadsheets run, in half-width and full-width characters. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/
/** A formula within a cell, behind what another spreadsheet takes for the end of a cell or of a line. */
const LATER_FORMULA = /([,;\t\r\n]\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g
const NEGATIVE = /^-\d+(?:\.\d+)?$/

/**
 * Writes rows as a CSV file with a header. A cell that a spreadsheet would take for a formula is written as text,
 * because the person who opens the file did not write its cells. So is one within a cell, because a spreadsheet that
 * separates by `;` or a tab cuts the cell there. A negative amount stays a number. Isolation marks are
 * left out. The file begins with a byte order mark, by which spreadsheets recognise UTF-8.
 */
export function writeCsv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => row.map(safeCell)),
    {
      header: true,
      columns: head.map((title, index) => ({ key: String(index), header: title })),
      bom: true,
      record_delimiter: 'windows',
      quoted_match: /[;\t\r\n]/,
    },
  )
}

function safeCell(cell: Cell): string | number | null {
  if (typeof cell === 'bigint') return cell.toString()
  if (typeof cell !== 'string') return cell
  const text = plainText(cell).replaceAll(LATER_FORMULA, "$1'")
  return FORMULA.test(text) && !NEGATIVE.test(text) ? `'${text}` : text
}

type ReadCsv =
  | {
      readonly ok: true
      /** The names of the columns in small letters. */
      readonly head: readonly string[]
      readonly records: Record<string, string>[]
    }
  | { readonly ok: false; readonly line: number }

/**
 * Reads the records of a CSV file by the names in its header, at most one more than `maxRecords`. Returns the line of the
 * fault when the file is not CSV.
 */
export function readCsv(text: string, maxRecords: number): ReadCsv {
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
      to: maxRecords + 1,
    }) as Record<string, string>[]
    return { ok: true, head, records }
  } catch (error) {
    if (error instanceof CsvError) return { ok: false, line: Number(error['lines'] ?? 1) }
    throw error
  }
}

/** Returns the response for downloading a CSV file. */
export function csvResponse(name: string, csv: string): Response {
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}
