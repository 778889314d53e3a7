import { createHash, createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskStorage } from './disk.server.ts'
import { s3Storage, type S3Settings } from './s3.server.ts'
import type { Storage } from './storage.ts'

const SECRET = 'a-secret-of-the-store'
const stored = new Map<string, { bytes: Buffer; mime: string }>()
let server: Server
let folder: string
let settings: S3Settings

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twiza-storage-'))
  server = createServer((request, answer) => {
    void bodyOf(request).then((body) => {
      if (!isSignedBy(SECRET, request, body)) return answer.writeHead(403).end('<Error/>')
      const path = request.url ?? ''
      const found = stored.get(path)
      if (request.method === 'PUT') {
        stored.set(path, { bytes: body, mime: String(request.headers['content-type']) })
        return answer.writeHead(200).end()
      }
      if (request.method === 'DELETE') {
        stored.delete(path)
        return answer.writeHead(204).end()
      }
      return found ? answer.writeHead(200).end(found.bytes) : answer.writeHead(404).end('<Error/>')
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  settings = {
    endpoint,
    region: 'eu-west-2',
    bucket: 'pictures',
    accessKeyId: 'AKTWIZA',
    secretAccessKey: SECRET,
  }
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true })
})

const storages: [string, () => Storage][] = [
  ['the disk', () => diskStorage(folder)],
  ['S3', () => s3Storage(settings)],
]

describe.each(storages)('a storage: %s', (_name, open) => {
  it('gives back what was put, byte for byte', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_none, index) => index % 256)
    await open().put('t-1/logo-9f.webp', bytes, 'image/webp')
    const found = await open().get('t-1/logo-9f.webp')
    expect(found && Buffer.compare(found, bytes)).toBe(0)
  })
  it('puts the newest in place of the old', async () => {
    const storage = open()
    await storage.put('t-1/again.webp', Buffer.from('old'), 'image/webp')
    await storage.put('t-1/again.webp', Buffer.from('new'), 'image/webp')
    expect(Buffer.from((await storage.get('t-1/again.webp')) ?? []).toString()).toBe('new')
  })
  it('keeps an empty file, which is not the same as none', async () => {
    await open().put('t-1/empty.webp', new Uint8Array(), 'image/webp')
    expect((await open().get('t-1/empty.webp'))?.byteLength).toBe(0)
  })
  it('knows nothing of what was never put, and removes it without complaint', async () => {
    expect(await open().get('t-1/never.webp')).toBeUndefined()
    await open().remove('t-1/never.webp')
  })
  it('forgets what is removed', async () => {
    await open().put('t-1/gone.webp', Buffer.from('x'), 'image/webp')
    await open().remove('t-1/gone.webp')
    expect(await open().get('t-1/gone.webp')).toBeUndefined()
  })
  it.each(['../secret', 't-1/../../x.webp', '/etc/passwd', 't-1/a b.webp', 't-1/x.webp?acl'])(
    'refuses a key that is not ours: %s',
    async (key) => {
      await expect((async () => open().put(key, Buffer.from('x'), 'image/webp'))()).rejects.toThrow(
        RangeError,
      )
    },
  )
})

describe('S3', () => {
  it('sends the type along, under the bucket', async () => {
    await s3Storage(settings).put('t-2/a.webp', Buffer.from('x'), 'image/webp')
    expect(stored.get('/pictures/t-2/a.webp')?.mime).toBe('image/webp')
  })
  it('throws when the store refuses the signature, and keeps nothing', async () => {
    const wrongKey = s3Storage({ ...settings, secretAccessKey: 'another' })
    await expect(wrongKey.put('t-2/b.webp', Buffer.from('x'), 'image/webp')).rejects.toThrow('403')
    await expect(wrongKey.get('t-2/a.webp')).rejects.toThrow('403')
    await expect(wrongKey.remove('t-2/a.webp')).rejects.toThrow('403')
    expect(stored.has('/pictures/t-2/b.webp')).toBe(false)
    expect(stored.has('/pictures/t-2/a.webp')).toBe(true)
  })
})

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const hex = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

/** Checks a Signature Version 4 by its specification, independently of the library under test. */
function isSignedBy(secret: string, request: IncomingMessage, body: Buffer): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/
  const found = form.exec(request.headers.authorization ?? '')
  if (!found) return false
  const [, id, day = '', region = '', names = '', signature] = found
  const contentHash = String(request.headers['x-amz-content-sha256'])
  if (contentHash !== 'UNSIGNED-PAYLOAD' && contentHash !== hex(body)) return false
  const moment = String(request.headers['x-amz-date'])
  const headers = names
    .split(';')
    .map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
  const url = new URL(request.url ?? '/', 'http://store')
  const canonical = [
    request.method,
    url.pathname,
    url.search.slice(1),
    headers.join(''),
    names,
    contentHash,
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', moment, scope, hex(canonical)].join('\n')
  const key = ['s3', 'aws4_request'].reduce(
    (under, part) => hmac(under, part),
    hmac(hmac(`AWS4${secret}`, day), region),
  )
  return (
    id === 'AKTWIZA' && names.includes('host') && hmac(key, toSign).toString('hex') === signature
  )
}
