import { readCsv } from '#app/request/csv.ts'

/** The most co-ops in one import. More at once is a migration, which needs a plan. */
export const MOST_IMPORTED = 200

/** The most bytes of a file of co-ops. */
const MOST_BYTES = 500_000

/** The columns of a file of co-ops to be founded. */
export const IMPORT_COLUMNS = [
  'name',
  'slug',
  'country',
  'city',
  'timeZone',
  'blueprint',
  'colour',
  'colour2',
  'founder',
  'email',
  'others',
] as const

export const sampleRow = [
  'Harbour Gardens',
  'harbour-gardens',
  'GB',
  'Hull',
  'Europe/London',
  'home-services',
  '#0f5c6e',
  '#f2b13c',
  'Maya Chen',
  'maya@example.org',
  'omar@example.org; ana@example.org',
]

export type Sent =
  | { readonly ok: true; readonly text: string; readonly records: Record<string, string>[] }
  | {
      readonly ok: false
      readonly field: 'file' | 'rows'
      readonly problem: string
      readonly text: string
    }

/** Reads the chosen file, or else the pasted text. Returns its rows, or why there are none. */
export async function readSent(posted: FormData): Promise<Sent> {
  const file = posted.get('file')
  const chosen = file instanceof File && file.size > 0 ? file : undefined
  const pasted = String(posted.get('rows') ?? '')
  const field = chosen ? 'file' : 'rows'
  const kept = pasted.slice(0, MOST_BYTES)
  if ((chosen?.size ?? pasted.length) > MOST_BYTES)
    return { ok: false, field, problem: 'founding:too-big', text: kept }
  const text = chosen ? decoded(await chosen.arrayBuffer()) : pasted
  const refused = (key: string, detail?: string | number) =>
    ({ ok: false, field, problem: detail ? `${key} ${detail}` : key, text }) as const
  if (text.trim() === '') return refused('founding:no-rows')
  const csv = readCsv(text, MOST_IMPORTED)
  if (!csv.ok) return refused('founding:not-csv-line', csv.line)
  const { head, records } = csv
  const names = IMPORT_COLUMNS.filter((name) => head.includes(name.toLowerCase()))
  if (names.length === 0) return refused('founding:no-columns', head.join(', ').slice(0, 120))
  if (records.length === 0) return refused('founding:not-csv')
  if (records.length > MOST_IMPORTED) return refused('founding:console.too-many')
  const named = records.map((record) =>
    Object.fromEntries(names.map((name) => [name, record[name.toLowerCase()] ?? ''])),
  )
  return { ok: true, text, records: named }
}

/** The characters of the bytes 80 to 9f of windows-1252, which not every runtime's decoder knows. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * A file's text. Spreadsheets also write UTF-16, and say so by its first two bytes; what is no UTF-8 is taken for what
 * they write in Western Europe, where every byte is a letter and names come out right.
 */
function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2))
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const latin = new TextDecoder('latin1').decode(bytes)
    return latin.replaceAll(
      /[\u0080-\u009f]/g,
      (sign) => WESTERN[sign.charCodeAt(0) - 0x80] ?? sign,
    )
  }
}
