import { expect, test } from 'vitest'
import { checkRows } from './provision-form.server.ts'
import { MOST_IMPORTED, readSent } from './import.server.ts'

const HEAD = 'Name,slug,COUNTRY,timezone,founder,email'
const row = (slug: string, more: Partial<{ zone: string; name: string }> = {}) =>
  `${more.name ?? 'Harbour'},${slug},GB,${more.zone ?? ''},Maya,${slug}@example.org`

function sent(content: string | ArrayBuffer, as: 'file' | 'rows' = 'rows') {
  const posted = new FormData()
  if (as === 'file') posted.set('file', new File([content], 'co-ops.csv'))
  else posted.set('rows', content as string)
  return readSent(posted)
}

async function verdicts(...rows: string[]) {
  const read = await sent([HEAD, ...rows].join('\n'))
  if (!read.ok) throw new Error(read.problem)
  return checkRows(read.records, new Set(['taken-one'])).map((one) => (one.ok ? {} : one.errors))
}

test('a column is known in any case, and what it says is read', async () => {
  expect(
    await verdicts(row('one', { zone: 'Mars/One' }), row('two', { zone: 'Europe/Paris' })),
  ).toEqual([{ timeZone: 'forms:not-a-time-zone' }, {}])
})

test('an address that stands twice in a file names the row that had it first', async () => {
  expect(await verdicts(row('one'), row('one'), row('taken-one'))).toEqual([
    {},
    { slug: 'founding:many.twice 1' },
    { slug: 'refusals:slug-taken' },
  ])
})

test('a name that is too long is said so with its limit, and is not repeated whole', async () => {
  const read = await sent([HEAD, row('one', { name: 'x'.repeat(5000) })].join('\n'))
  const [checked] = checkRows(read.ok ? read.records : [], new Set())
  expect(checked).toEqual({
    ok: false,
    name: 'x'.repeat(80),
    errors: { name: 'forms:too-long 80' },
  })
})

test('a spreadsheet’s UTF-16 is read like UTF-8', async () => {
  const text = `\ufeff${HEAD}\n${row('one', { name: 'تعاونية' })}`
  const words = Uint16Array.from([...text].map((letter) => letter.charCodeAt(0)))
  const read = await sent(words.buffer, 'file')
  expect(read.ok && read.records[0]?.['name']).toBe('تعاونية')
})

test('a file that is no UTF-8 is read as Western European spreadsheets write it', async () => {
  const named = async (bytes: Uint8Array<ArrayBuffer>) => {
    const read = await sent(bytes.buffer, 'file')
    return read.ok && read.records[0]?.['name']
  }
  const text = (name: string) => `${HEAD}\n${row('one', { name })}`
  const western = text('Caf\u00e9 Deux \u0080').split('')
  expect(await named(Uint8Array.from(western, (letter) => letter.charCodeAt(0)))).toBe(
    'Café Deux €',
  )
  expect(await named(new TextEncoder().encode(text('Café Deux €')))).toBe('Café Deux €')
})

test('what is no file of co-ops says why, beside what was sent', async () => {
  const problem = async (...given: Parameters<typeof sent>) => {
    const read = await sent(...given)
    return read.ok ? undefined : [read.field, read.problem]
  }
  expect(await problem('')).toEqual(['rows', 'founding:no-rows'])
  expect(await problem('nom,pays\nX,FR')).toEqual(['rows', 'founding:no-columns nom, pays'])
  expect(await problem(`${HEAD}\n"x,y`)).toEqual(['rows', 'founding:not-csv-line 2'])
  expect(await problem(HEAD, 'file')).toEqual(['file', 'founding:not-csv'])
  expect(await problem('x'.repeat(500_001), 'file')).toEqual(['file', 'founding:too-big'])
  const many = Array.from({ length: MOST_IMPORTED + 1 }, (_, index) => row(`co-${index}`))
  expect(await problem([HEAD, ...many].join('\n'))).toEqual(['rows', 'founding:console.too-many'])
})
