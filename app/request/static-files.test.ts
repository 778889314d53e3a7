import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gzipSync } from 'node:zlib'
import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AnswerCache } from './answer-cache.ts'
import { filesOf } from './static-files.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'files-'))
const css = '.weave { color: #25358a }\n'.repeat(200)
const cache = new AnswerCache()
let server: ServerType
let port: number

beforeAll(async () => {
  writeFileSync(join(folder, 'app-1a.css'), css)
  writeFileSync(join(folder, 'built-2b.js'), 'export {}')
  writeFileSync(join(folder, 'built-2b.js.br'), 'as the build wrote it')
  writeFileSync(join(folder, 'built-2b.js.gz'), gzipSync('export {}'))
  writeFileSync(join(folder, 'plex.woff2'), 'a font '.repeat(500))
  writeFileSync(join(folder, '.secret'), 'not for anybody')
  const app = new Hono().get('/assets/:file', filesOf(folder, cache, 'public, immutable'))
  port = await new Promise((ready) => {
    server = serve({ fetch: app.fetch, port: 0 }, (address) => ready(address.port))
  })
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

/** Sends a request over the network and returns the bytes as they arrive. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((done) => {
    request({ port, path, headers, method }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const status = answer.statusCode ?? 0
        done({ status, headers: answer.headers, body: Buffer.concat(chunks) })
      })
    }).end()
  })
}

test('a style sheet is sent compressed to a client that accepts it, and plain to another', async () => {
  const compressed = await get('/assets/app-1a.css', { 'accept-encoding': 'gzip, deflate, br' })
  expect(compressed.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, immutable',
    vary: 'accept-encoding',
    'content-length': String(compressed.body.byteLength),
  })
  expect(compressed.body.byteLength).toBeLessThan(css.length / 10)
  expect(brotliDecompressSync(compressed.body).toString()).toBe(css)
  const plain = await get('/assets/app-1a.css')
  expect(plain.headers).not.toHaveProperty('content-encoding')
  expect(plain.body.toString()).toBe(css)
  expect(plain.headers['etag']).toBe(compressed.headers['etag'])
})

test('a file that the browser has is answered without its bytes; HEAD sends the same headers and no bytes', async () => {
  const { headers } = await get('/assets/app-1a.css')
  const again = await get('/assets/app-1a.css', { 'if-none-match': String(headers['etag']) })
  expect([again.status, again.body.byteLength]).toEqual([304, 0])
  const head = await get('/assets/app-1a.css', {}, 'HEAD')
  expect([head.status, head.body.byteLength]).toEqual([200, 0])
  expect(head.headers['content-length']).toBe(String(css.length))
})

test('a file that the build compressed is sent as it was written', async () => {
  const { body, headers } = await get('/assets/built-2b.js', { 'accept-encoding': 'br' })
  expect(body.toString()).toBe('as the build wrote it')
  expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
})

test('a font is sent without further compression', async () => {
  const { body, headers } = await get('/assets/plex.woff2', { 'accept-encoding': 'br, gzip' })
  expect(headers).not.toHaveProperty('content-encoding')
  expect(headers).not.toHaveProperty('vary')
  expect(headers['content-type']).toBe('font/woff2')
  expect(body.byteLength).toBe(3500)
})

test.each(['none.css', '.secret', '..%2Fetc', '%2e%2e', 'a%00.css', 'deep/app-1a.css'])(
  'there is no /assets/%s',
  async (name) => expect((await get(`/assets/${name}`)).status).toBe(404),
)

test('a file is read once', async () => {
  await get('/assets/app-1a.css')
  writeFileSync(join(folder, 'app-1a.css'), 'changed')
  expect((await get('/assets/app-1a.css')).body.toString()).toBe(css)
})

test.each(['br ; q = 0', 'br;q=0', 'br;q=0.000, identity'])(
  'a client that refuses the encoding (%s) is sent the file plain',
  async (accepted) => {
    const { headers, body } = await get('/assets/app-1a.css', { 'accept-encoding': accepted })
    expect(headers['content-encoding']).toBeUndefined()
    expect(body.toString()).toBe(css)
  },
)

test('an encoding is accepted in any case', async () => {
  const { headers } = await get('/assets/app-1a.css', { 'accept-encoding': 'BR' })
  expect(headers['content-encoding']).toBe('br')
})

test('a name that is longer than any file has is not found', async () => {
  expect((await get(`/assets/${'a'.repeat(300)}`)).status).toBe(404)
})
