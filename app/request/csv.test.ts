import { expect, test } from 'vitest'
import { isolated } from '#app/kernel/isolated.ts'
import { readCsv, writeCsv } from './csv.ts'

test('a cell that a spreadsheet would run is written as text', () => {
  const csv = writeCsv(
    ['name', 'sum'],
    [
      ['=HYPERLINK("http://x")', -5n],
      ['@cmd', 3],
    ],
  )
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
  expect(csv).toContain("'@cmd")
})

test('a negative amount stays a number, in each type of cell', () => {
  const cells = [-5, -5n, '-58.50', '-90071992547409931.05']
  expect(
    writeCsv(
      ['sum'],
      cells.map((cell) => [cell]),
    ),
  ).toBe(`\ufeffsum\r\n${cells.map(String).join('\r\n')}\r\n`)
})

test('a cell that only begins like a number is written as text', () => {
  for (const cell of ['-1+cmd', '+44 20', '+44', '-', '--1', '-1.', '-1e5', '-.5', '＝1'])
    expect(writeCsv(['a'], [[cell]]), cell).toContain(`'${cell}`)
  expect(writeCsv(['a'], [['\t=1']])).toContain("'\t'=1")
  expect(writeCsv(['a'], [[isolated('=1')]])).toContain("'=1")
})

test('a file holds plain text, without isolation marks', () => {
  expect(writeCsv(['said'], [[`${isolated('نادية')} suspended ${isolated('Bay')}.`]])).toContain(
    'نادية suspended Bay.',
  )
})

test('a written file is read back, with quotes, line breaks and Arabic', () => {
  const cell = 'He said "no",\nthen نعم'
  expect(readCsv(writeCsv(['a', 'B'], [[cell, '2']]), 10)).toEqual({
    ok: true,
    head: ['a', 'b'],
    records: [{ a: cell, b: '2' }],
  })
})

test('a broken file gives the number of its faulty line, and no records', () => {
  expect(readCsv('a,b\n3,4\n5,6"7\n', 10)).toEqual({ ok: false, line: 3 })
})

test('a cell is quoted and stays text for a spreadsheet that separates by another character', () => {
  for (const gap of [';', ';  ', '\t', '\n', '\r\n', '\r', ','])
    for (const formula of ['=1+1', '+1', '-1', '@cmd', '＝1']) {
      const [, row = ''] = writeCsv(['a'], [[`x${gap}${formula}`]]).split(/\r\n([\s\S]*)\r\n$/)
      expect(row).toBe(`"x${gap}'${formula}"`)
      for (const cell of row.split(/[;\t\r\n,]/))
        expect(cell.trim(), JSON.stringify(row)).not.toMatch(/^"?[=+\-@＝]/)
    }
  expect(writeCsv(['a'], [['clean; iron']])).toContain('"clean; iron"')
})
