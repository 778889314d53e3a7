import { expect, test } from 'vitest'
import { isolated } from '#app/kernel/isolated.ts'
import { readCsv, writeCsv } from './csv.ts'

test('what a spreadsheet would run is written as text', () => {
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

test('an amount below zero stays a number, whichever way it is handed over', () => {
  const cells = [-5, -5n, '-58.50', '-90071992547409931.05']
  expect(
    writeCsv(
      ['sum'],
      cells.map((cell) => [cell]),
    ),
  ).toBe(`\ufeffsum\r\n${cells.map(String).join('\r\n')}\r\n`)
})

test('what only begins like a number is text all the same', () => {
  for (const cell of ['-1+cmd', '+44 20', '+44', '-', '--1', '-1.', '-1e5', '-.5', '\t=1', '＝1'])
    expect(writeCsv(['a'], [[cell]]), cell).toContain(`'${cell}`)
  expect(writeCsv(['a'], [[isolated('=1')]])).toContain("'=1")
})

test('a file holds plain text: marks that isolate stay on the page', () => {
  expect(writeCsv(['said'], [[`${isolated('نادية')} suspended ${isolated('Bay')}.`]])).toContain(
    'نادية suspended Bay.',
  )
})

test('what was written is read back, quotes, lines and Arabic alike', () => {
  const said = 'He said "no",\nthen نعم'
  expect(readCsv(writeCsv(['a', 'B'], [[said, '2']]), 10)).toEqual({
    ok: true,
    head: ['a', 'b'],
    records: [{ a: said, b: '2' }],
  })
})

test('of a broken file the line is told, and never half of it', () => {
  expect(readCsv('a,b\n3,4\n5,6"7\n', 10)).toEqual({ ok: false, line: 3 })
})
