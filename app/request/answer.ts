import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress'

/** An answer that is the same for many, in every form a browser may take it. */
export type Answer = {
  readonly body: Uint8Array
  readonly gzip?: Uint8Array
  readonly br?: Uint8Array
  readonly etag: string
  readonly headers: readonly [string, string][]
}

/** The forms of one body that were made before: at build, for files. */
export type Compressed = { readonly gzip: Uint8Array; readonly br: Uint8Array }

/** Brotli beyond this costs more time than it saves bytes, for what is compressed while somebody waits. */
const QUALITY = 5

/**
 * Makes an answer of a body and the headers that belong to it: compressed when its type is worth it, with a weak ETag,
 * since one tag stands for all its forms. Fonts and pictures are compressed already, and stay as they are.
 */
export function answerOf(
  body: Uint8Array,
  headers: readonly [string, string][],
  made?: Compressed,
): Answer {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const etag = `W/"${hash}"`
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? ''
  if (!COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type)) return { body, etag, headers }
  const { gzip, br } = made ?? {
    gzip: gzipSync(body),
    br: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }),
  }
  return { body, gzip, br, etag, headers: varying(headers) }
}

function varying(headers: readonly [string, string][]): readonly [string, string][] {
  const known = headers.find(([name]) => name === 'vary')?.[1]
  const others = headers.filter(([name]) => name !== 'vary')
  return [...others, ['vary', known ? `accept-encoding, ${known}` : 'accept-encoding']]
}

/** How many bytes an answer takes up in memory. */
export function sizeOf({ body, gzip, br, headers }: Answer): number {
  const said = headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  return body.byteLength + (gzip?.byteLength ?? 0) + (br?.byteLength ?? 0) + said
}

/** The answer for a reader: unchanged, or in the tightest form their browser takes. */
export function answerTo(request: Request, answer: Answer): Response {
  const headers = new Headers([...answer.headers])
  headers.set('etag', answer.etag)
  if (hasIt(request.headers.get('if-none-match') ?? undefined, answer))
    return new Response(null, { status: 304, headers })
  const encoding = encodingOf(request.headers.get('accept-encoding') ?? '', answer)
  if (encoding) headers.set('content-encoding', encoding)
  const bytes = (encoding && answer[encoding]) ?? answer.body
  headers.set('content-length', String(bytes.byteLength))
  return new Response(request.method === 'HEAD' ? null : (bytes as Uint8Array<ArrayBuffer>), {
    headers,
  })
}

/** Whether a browser says that it has this very answer. */
export function hasIt(ifNoneMatch: string | undefined, { etag }: Answer): boolean {
  if (ifNoneMatch === undefined) return false
  // The tag alone is what browsers send. Others may send several, and a proxy may have taken the W/ off.
  if (ifNoneMatch === etag || ifNoneMatch === '*') return true
  return ifNoneMatch.split(',').some((tag) => [etag, etag.slice(2)].includes(tag.trim()))
}

/** The tightest form that a browser takes and that there is. */
export function encodingOf(accepted: string, answer: Answer): 'br' | 'gzip' | undefined {
  if (takes(accepted, 'br') && answer.br) return 'br'
  return takes(accepted, 'gzip') && answer.gzip ? 'gzip' : undefined
}

function takes(accepted: string, encoding: string): boolean {
  if (!accepted.includes(encoding)) return false
  if (!accepted.includes('q=0')) return true
  return !new RegExp(`\\b${encoding}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`).test(accepted)
}
