import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { readFields, readFormData } from './form.server.ts'
import { chosenSlug, line, paragraph, sentId, wholeNumber } from './form-fields.server.ts'

test('a text that is too long is refused with its limit and stays as typed', () => {
  const typed = 'x'.repeat(4001)
  const read = readFields(new URLSearchParams({ body: typed }), z.object({ body: paragraph(4000) }))
  expect(read.ok).toBe(false)
  expect(read.form).toEqual({ values: { body: typed }, errors: { body: 'forms:too-long 4000' } })
})

test('a number outside its limits is refused with both limits', () => {
  const errorFor = (minutes: string) =>
    readFields(new URLSearchParams({ minutes }), z.object({ minutes: wholeNumber(15, 1440) })).form
      .errors['minutes']
  expect(['14', '1441', '١٤'].map(errorFor)).toEqual(
    Array.from({ length: 3 }, () => 'forms:out-of-range 15 1440'),
  )
  expect(['15', '١٤٤٠'].map(errorFor)).toEqual([undefined, undefined])
  expect(['', 'x'].map(errorFor)).toEqual(['forms:required', 'forms:not-a-number'])
})

test('a valid form shows the parsed values that will be saved', () => {
  const typed = new URLSearchParams({
    name: '  Guest \u202eCon  x',
    hours: '٥',
    password: 'secret',
  })
  const read = readFields(typed, z.object({ name: line(40), hours: wholeNumber(0, 9) }))
  expect(read.form).toEqual({ values: { name: 'Guest Con x', hours: '٥' }, errors: {} })
})

test('a form with a NUL in a name or a value is answered 400, and another is read', async () => {
  const post = (fields: Record<string, string>) =>
    readFormData(
      new Request('http://x.localhost/', { method: 'POST', body: new URLSearchParams(fields) }),
    )
  expect((await post({ coOp: 'a b' })).get('coOp')).toBe('a b')
  for (const fields of [{ coOp: 'a\u0000b' }, { 'co\u0000Op': 'a' }])
    await expect(post(fields)).rejects.toMatchObject({ status: 400 })
})

test('an id that is none is read as none, a missing one is refused, and so is what is no slug', () => {
  const schema = z.object({ id: sentId(), coOp: chosenSlug })
  const read = (fields: Record<string, string>) => readFields(new URLSearchParams(fields), schema)
  const id = '01890a5d-ac96-774b-bcce-b302099a8057'
  expect(read({ id, coOp: 'tidy-hands' })).toMatchObject({ value: { id, coOp: 'tidy-hands' } })
  expect(read({ id: 'abc', coOp: 'a' })).toMatchObject({ ok: true, value: { id: undefined } })
  expect(read({ coOp: 'A b' }).form.errors).toEqual({ id: 'forms:wrong', coOp: 'forms:choose' })
})

test('reading a form walks its fields once, and one with too many fields is refused', async () => {
  const post = (count: number) => {
    const body = new URLSearchParams(Array.from({ length: count }, (_, n) => [`f${n % 350}`, 'x']))
    return readFormData(new Request('http://x/', { method: 'POST', body }))
  }
  const fields = await post(400)
  const getAll = vi.spyOn(fields, 'getAll')
  const { form } = readFields(fields, z.object({}))
  expect(Object.keys(form.values)).toHaveLength(350)
  expect(getAll).not.toHaveBeenCalled()
  await expect(post(401)).rejects.toMatchObject({ status: 413 })
})

test('a field that is sent several times has all of its values, in order', () => {
  const sent = new URLSearchParams([
    ['day', '1'],
    ['name', 'a'],
    ['day', '2'],
  ])
  const read = readFields(sent, z.object({ day: z.array(z.enum(['1', '2'])), name: z.enum(['a']) }))
  expect(read).toMatchObject({ ok: true, value: { day: ['1', '2'], name: 'a' } })
})
