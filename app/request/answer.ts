import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { parseAccept } from 'hono/utils/accept'
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress'

/** An answer that is the same for many readers, in every encoding that a browser may accept. */
export type Answer = {
  readonly body: Uint8Array
  readonly gzip?: Uint8Array
  readonly br?: Uint8Array
  readonly etag: string
  readonly headers: readonly [string, string][]
}

/** The encodings of one body that the build has made. */
export type Compressed = { readonly gzip: Uint8Array; readonly br: Uint8Array }

/** The quality of Brotli. A higher one costs more time than it saves bytes while a reader waits. */
const QUALITY = 5

/**
 * Makes an answer from a body and its headers. It is compressed when its type is compressible, and has a weak ETag,
 * because one tag stands for all encodings. Fonts and pictures are compressed already and stay as they are.
 */
export function answerOf(
  body: Uint8Array,
  headers: readonly [string, string][],
  precompressed?: Compressed,
): Answer {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const etag = `W/"${hash}"`
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? ''
  if (!COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type)) return { body, etag, headers }
  const { gzip, br } = precompressed ?? {
    gzip: gzipSync(body),
    br: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }),
  }
  return { body, gzip, br, etag, headers: withVary(headers) }
}

function withVary(headers: readonly [string, string][]): readonly [string, string][] {
  const vary = headers.find(([name]) => name === 'vary')?.[1]
  const otherHeaders = headers.filter(([name]) => name !== 'vary')
  return [...otherHeaders, ['vary', vary ? `accept-encoding, ${vary}` : 'accept-encoding']]
}

/** Returns how many bytes an answer takes up in memory. */
export function sizeOf({ body, gzip, br, headers }: Answer): number {
  const headerBytes = headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  return body.byteLength + (gzip?.byteLength ?? 0) + (br?.byteLength ?? 0) + headerBytes
}

/**
 * Returns the response for a reader: 304 when their browser has it, else the body in the smallest encoding that it
 * accepts.
 */
export function responseFor(request: Request, answer: Answer): Response {
  const headers = new Headers([...answer.headers])
  headers.set('etag', answer.etag)
  if (matchesEtag(request.headers.get('if-none-match') ?? undefined, answer))
    return new Response(null, { status: 304, headers })
  const encoding = encodingOf(request.headers.get('accept-encoding') ?? '', answer)
  if (encoding) headers.set('content-encoding', encoding)
  const bytes = (encoding && answer[encoding]) ?? answer.body
  headers.set('content-length', String(bytes.byteLength))
  return new Response(request.method === 'HEAD' ? null : (bytes as Uint8Array<ArrayBuffer>), {
    headers,
  })
}

/** Returns whether a browser's `if-none-match` names this answer. */
export function matchesEtag(ifNoneMatch: string | undefined, { etag }: Answer): boolean {
  if (ifNoneMatch === undefined) return false
  // Browsers send the tag alone. Other clients may send several, and a proxy may have removed the
  // W/.
  if (ifNoneMatch === etag || ifNoneMatch === '*') return true
  return ifNoneMatch.split(',').some((tag) => [etag, etag.slice(2)].includes(tag.trim()))
}

/** Returns the smallest encoding that a browser accepts and the answer has. */
export function encodingOf(accepted: string, answer: Answer): 'br' | 'gzip' | undefined {
  if (accepts(accepted, 'br') && answer.br) return 'br'
  return accepts(accepted, 'gzip') && answer.gzip ? 'gzip' : undefined
}

function accepts(accepted: string, encoding: string): boolean {
  const lower = accepted.toLowerCase()
  if (!lower.includes(encoding)) return false
  if (!lower.includes(';')) return true
  return parseAccept(lower).some(({ type, q }) => type === encoding && q > 0)
}
