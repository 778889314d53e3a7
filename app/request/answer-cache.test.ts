import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { TenantId } from '#app/kernel/ids.ts'
import { answerOf, answerTo, encodingOf, hasIt, sizeOf } from './answer.ts'
import { AnswerCache } from './answer-cache.ts'

const bytes = (length: number) => new Uint8Array(length)
const html: [string, string][] = [['content-type', 'text/html; charset=utf-8']]
const font: [string, string][] = [['content-type', 'font/woff2']]
const asking = (headers: Record<string, string>) => new Request('http://localhost/x', { headers })

describe('an answer', () => {
  const page = answerOf(new TextEncoder().encode('weave '.repeat(500)), html)

  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['', null, (body: Uint8Array) => body],
    ['br;q=0.0, gzip; q=0', null, (body: Uint8Array) => body],
  ] as const)('to who accepts %o is sent as %s', async (accepted, encoding, open) => {
    const answer = answerTo(asking({ 'accept-encoding': accepted }), page)
    const body = new Uint8Array(await answer.arrayBuffer())
    expect(answer.headers.get('content-encoding')).toBe(encoding)
    expect(answer.headers.get('vary')).toBe('accept-encoding')
    expect(answer.headers.get('content-length')).toBe(String(body.byteLength))
    expect(Buffer.from(open(body)).equals(page.body)).toBe(true)
  })

  test('that is compressed already is sent as it is', () => {
    const answer = answerOf(bytes(5000), font)
    expect(answer.headers).toEqual(font)
    expect(encodingOf('br, gzip', answer)).toBeUndefined()
  })

  test.each(['image/svg+xml', 'text/css; charset=utf-8', 'text/javascript; charset=utf-8'])(
    'of the type %s is compressed',
    (type) => expect(answerOf(bytes(5000), [['content-type', type]]).br).toBeDefined(),
  )

  test('that a browser has is not sent again', () => {
    const { etag } = page
    expect(answerTo(asking({ 'if-none-match': etag }), page).status).toBe(304)
    for (const said of [`"other", ${etag}`, etag.slice(2), '*'])
      expect(hasIt(said, page), said).toBe(true)
    for (const said of [undefined, '', '"other"', ',', '"']) expect(hasIt(said, page)).toBe(false)
  })
})

describe('the cache', () => {
  const mine = '01890000-0000-7000-8000-000000000001' as TenantId
  const others = '01890000-0000-7000-8000-000000000002' as TenantId
  const way = { answer: 'a', tenant: mine, version: 0, until: 0, headers: [] }

  test('stays within its bytes, whatever it is given; what was not asked for longest goes first', () => {
    const cache = new AnswerCache(100_000)
    const one = answerOf(bytes(10_000), font)
    for (let n = 0; n < 9; n++) cache.save(`key ${n}`, one)
    expect(cache.bytes).toBeGreaterThan(9 * sizeOf(one))
    cache.find('key 0')
    for (let n = 9; n < 14; n++) cache.save(`key ${n}`, one)
    expect(cache.bytes).toBeLessThanOrEqual(100_000)
    expect(cache.find('key 0')).toBe(one)
    expect(cache.find('key 1')).toBeUndefined()
    for (let n = 0; n < 1000; n++) cache.saveWay(`way ${n} ${'x'.repeat(300)}`, way)
    expect(cache.bytes).toBeLessThanOrEqual(100_000)
  })

  test('one answer that would take a quarter of it is not saved, and nothing else goes for it', () => {
    const cache = new AnswerCache(100_000)
    cache.save('small', answerOf(bytes(1000), font))
    cache.save('large', answerOf(bytes(30_000), font))
    expect(cache.find('large')).toBeUndefined()
    expect(cache.find('small')).toBeDefined()
  })

  test('a compressed answer counts in all its forms', () => {
    const answer = answerOf(new TextEncoder().encode('weave '.repeat(500)), html)
    const forms = 3000 + (answer.br?.byteLength ?? 0) + (answer.gzip?.byteLength ?? 0)
    expect(sizeOf(answer)).toBeGreaterThan(forms)
  })

  test('a write changes the version of its co-op alone, a lost connection every version', () => {
    const cache = new AnswerCache()
    const [before, beforeThere] = [cache.version(mine), cache.version(others)]
    cache.outdate(mine)
    expect(cache.version(mine)).not.toBe(before)
    expect(cache.version(others)).toBe(beforeThere)
    const seen = [before, cache.version(mine)]
    cache.save('a', answerOf(bytes(1), font))
    cache.forgetAll()
    expect(cache.find('a')).toBeUndefined()
    expect(seen).not.toContain(cache.version(mine))
    cache.outdate(mine)
    expect(seen).not.toContain(cache.version(mine))
  })

  test('an answer and a way of one name are two things', () => {
    const cache = new AnswerCache()
    cache.save('a', answerOf(bytes(1), font))
    cache.saveWay('b', way)
    expect(cache.findWay('a')).toBeUndefined()
    expect(cache.find('b')).toBeUndefined()
    expect(cache.findWay('b')).toEqual(way)
    cache.deleteWay('b')
    expect(cache.findWay('b')).toBeUndefined()
  })
})
