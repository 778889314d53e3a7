import { expect, test } from 'vitest'
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

test('an amount below zero stays a number', () => {
  expect(writeCsv(['sum'], [[-5]])).toContain('\r\n-5\r\n')
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
