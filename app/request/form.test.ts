import { expect, test } from 'vitest'
import { z } from 'zod'
import { paragraph, readFields, wholeNumber } from './form.server.ts'

test('what is too long is told its limit and stays as it was typed', () => {
  const typed = 'x'.repeat(4001)
  const read = readFields(new URLSearchParams({ body: typed }), z.object({ body: paragraph(4000) }))
  expect(read.ok).toBe(false)
  expect(read.form).toEqual({ values: { body: typed }, errors: { body: 'forms:too-long 4000' } })
})

test('a number outside its limits is told both of them', () => {
  const read = readFields(
    new URLSearchParams({ hours: '169' }),
    z.object({ hours: wholeNumber(0, 168) }),
  )
  expect(read.form.errors).toEqual({ hours: 'forms:out-of-range 0 168' })
})
