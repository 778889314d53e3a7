import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { TenantId } from '#app/kernel/ids.ts'
import { answerOf, responseFor, encodingOf, matchesEtag, sizeOf } from './answer.ts'
import { AnswerCache } from './answer-cache.ts'

const bytes = (length: number) => new Uint8Array(length)
const html: [string, string][] = [['content-type', 'text/html; charset=utf-8']]
const font: [string, string][] = [['content-type', 'font/woff2']]
const requestWith = (headers: Record<string, string>) =>
  new Request('http://localhost/x', { headers })

describe('an answer', () => {
  const page = answerOf(new TextEncoder().encode('weave '.repeat(500)), html)

  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['', null, (body: Uint8Array) => body],
    ['br;q=0.0, gzip; q=0', null, (body: Uint8Array) => body],
  ] as const)(
    'to a client that accepts %o is sent as %s',
    async (accepted, encoding, decompress) => {
      const answer = responseFor(requestWith({ 'accept-encoding': accepted }), page)
      const body = new Uint8Array(await answer.arrayBuffer())
      expect(answer.headers.get('content-encoding')).toBe(encoding)
      expect(answer.headers.get('vary')).toBe('accept-encoding')
      expect(answer.headers.get('content-length')).toBe(String(body.byteLength))
      expect(Buffer.from(decompress(body)).equals(page.body)).toBe(true)
    },
  )

  test('that is compressed already is sent as it is', () => {
    const answer = answerOf(bytes(5000), font)
    expect(answer.headers).toEqual(font)
    expect(encodingOf('br, gzip', answer)).toBeUndefined()
  })

  test.each(['image/svg+xml', 'text/css; charset=utf-8', 'text/javascript; charset=utf-8'])(
    'of the type %s is compressed',
    (type) => expect(answerOf(bytes(5000), [['content-type', type]]).br).toBeDefined(),
  )

  test('that a browser already has is not sent again', () => {
    const { etag } = page
    expect(responseFor(requestWith({ 'if-none-match': etag }), page).status).toBe(304)
    for (const header of [`"other", ${etag}`, etag.slice(2), '*'])
      expect(matchesEtag(header, page), header).toBe(true)
    for (const header of [undefined, '', '"other"', ',', '"'])
      expect(matchesEtag(header, page)).toBe(false)
  })
})

describe('the cache', () => {
  const tenant = '01890000-0000-7000-8000-000000000001' as TenantId
  const otherTenant = '01890000-0000-7000-8000-000000000002' as TenantId
  const shortcut = { answer: 'a', tenant, version: 0, until: 0, headers: [] }

  test('stays within its limit of bytes and evicts the least recently used entry', () => {
    const cache = new AnswerCache(100_000)
    const answer = answerOf(bytes(10_000), font)
    for (let n = 0; n < 9; n++) cache.save(`key ${n}`, answer)
    expect(cache.bytes).toBeGreaterThan(9 * sizeOf(answer))
    cache.find('key 0')
    for (let n = 9; n < 14; n++) cache.save(`key ${n}`, answer)
    expect(cache.bytes).toBeLessThanOrEqual(100_000)
    expect(cache.find('key 0')).toBe(answer)
    expect(cache.find('key 1')).toBeUndefined()
    for (let n = 0; n < 1000; n++) cache.saveShortcut(`way ${n} ${'x'.repeat(300)}`, shortcut)
    expect(cache.bytes).toBeLessThanOrEqual(100_000)
  })

  test('an answer larger than a quarter of the cache is not saved and evicts nothing', () => {
    const cache = new AnswerCache(100_000)
    cache.save('small', answerOf(bytes(1000), font))
    cache.save('large', answerOf(bytes(30_000), font))
    expect(cache.find('large')).toBeUndefined()
    expect(cache.find('small')).toBeDefined()
  })

  test('the size of a compressed answer includes all of its encodings', () => {
    const answer = answerOf(new TextEncoder().encode('weave '.repeat(500)), html)
    const minimum = 3000 + (answer.br?.byteLength ?? 0) + (answer.gzip?.byteLength ?? 0)
    expect(sizeOf(answer)).toBeGreaterThan(minimum)
  })

  test('a write changes the version of its co-op alone, a lost connection every version', () => {
    const cache = new AnswerCache()
    const [version, otherVersion] = [cache.version(tenant), cache.version(otherTenant)]
    cache.outdate(tenant)
    expect(cache.version(tenant)).not.toBe(version)
    expect(cache.version(otherTenant)).toBe(otherVersion)
    const earlierVersions = [version, cache.version(tenant)]
    cache.save('a', answerOf(bytes(1), font))
    cache.clear()
    expect(cache.find('a')).toBeUndefined()
    expect(earlierVersions).not.toContain(cache.version(tenant))
    cache.outdate(tenant)
    expect(earlierVersions).not.toContain(cache.version(tenant))
  })

  test('an answer and a shortcut with the same key are separate entries', () => {
    const cache = new AnswerCache()
    cache.save('a', answerOf(bytes(1), font))
    cache.saveShortcut('b', shortcut)
    expect(cache.findShortcut('a')).toBeUndefined()
    expect(cache.find('b')).toBeUndefined()
    expect(cache.findShortcut('b')).toEqual(shortcut)
    cache.deleteShortcut('b')
    expect(cache.findShortcut('b')).toBeUndefined()
  })
})
