import { expect, test, vi } from 'vitest'
import { parseForm } from './form-body.ts'
import { readFormData } from './form.server.ts'

const BOUNDS = { fields: 400, headerBytes: 2048 }

const part = (name: string, value: string, headers = '') =>
  `--b\r\n${headers}Content-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

const post = (body: string, type = 'multipart/form-data; boundary=b') =>
  new Request('http://x/', { method: 'POST', body, headers: { 'content-type': type } })

const fieldsOf = async (request: Request) => [...((await parseForm(request, BOUNDS)) ?? [])]

test('a form with files is read as it was sent', async () => {
  const form = new FormData()
  form.set('name', 'Amina — أمينة\r\n--')
  form.set('picture', new File([new Uint8Array(3_000_000).fill(45)], `${'é'.repeat(250)}.png`))
  const read = await parseForm(new Request('http://x/', { method: 'POST', body: form }), BOUNDS)
  expect(read?.get('name')).toBe('Amina — أمينة\r\n--')
  expect(Object(read?.get('picture')).size).toBe(3_000_000)
})

test('as many parts as a form may have are read, and more are refused before they are parsed', async () => {
  const parse = vi.spyOn(Response.prototype, 'formData')
  expect(await fieldsOf(post(`${part('a', 'x').repeat(400)}--b--\r\n`))).toHaveLength(400)
  expect(parse).toHaveBeenCalledTimes(1)
  for (const type of [
    'multipart/form-data; boundary=b',
    'Multipart/Form-Data;x="boundary=c";boundary="b"',
  ])
    expect(await parseForm(post(`${part('a', 'x').repeat(401)}--b--\r\n`, type), BOUNDS)).toBeNull()
  expect(parse).toHaveBeenCalledTimes(1)
  parse.mockRestore()
})

test('a part whose headers are long is refused before it is parsed', async () => {
  const header = 'X-A: b\r\n'
  expect(await fieldsOf(post(`${part('a', 'x', header.repeat(20))}--b--\r\n`))).toEqual([
    ['a', 'x'],
  ])
  const long = post(`${part('a', 'x', header.repeat(400))}--b--\r\n`)
  expect(await parseForm(long, BOUNDS)).toBeNull()
  const unended = post(`--b\r\n${header.repeat(400)}\r\n--b--\r\n`)
  await expect(parseForm(unended, BOUNDS).then(String)).resolves.toBe('null')
})

test('what is refused is answered 413, what is no form 400, and long texts are no form of ours', async () => {
  const many = `${part('a', 'x').repeat(401)}--b--\r\n`
  await expect(readFormData(post(many))).rejects.toMatchObject({ status: 413 })
  const long = `${part('a', 'x'.repeat(110_000)).repeat(2)}--b--\r\n`
  await expect(readFormData(post(long))).rejects.toMatchObject({ status: 413 })
  await expect(readFormData(post('--b\r\n--'))).rejects.toMatchObject({ status: 400 })
  await expect(readFormData(post(many, 'multipart/form-data'))).rejects.toMatchObject({
    status: 400,
  })
})
