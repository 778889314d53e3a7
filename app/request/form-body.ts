import { MIMEType } from 'node:util'

/** What a form may hold. */
export type FormBounds = {
  readonly fields: number
  /** The bytes of the headers of one part: the names of a field and of a file. */
  readonly headerBytes: number
}

/**
 * Returns the fields of a posted form; null when it has more parts than it may, or longer headers. They are counted before
 * they are parsed: a large upload that is all parts would hold the process for seconds.
 * @throws TypeError when the body is not a form.
 */
export async function parseForm(request: Request, bounds: FormBounds): Promise<FormData | null> {
  const type = request.headers.get('content-type') ?? ''
  const boundary = boundaryOf(type)
  if (boundary === null) return request.formData()
  const body = new Uint8Array(await request.arrayBuffer())
  if (!isWithin(Buffer.from(body.buffer), `--${boundary}`, bounds)) return null
  return new Response(body, { headers: { 'content-type': type } }).formData()
}

/** Returns the boundary of a multipart form, as the parser of forms reads it. */
function boundaryOf(type: string): string | null {
  if (!/^\s*multipart\//i.test(type)) return null
  try {
    return new MIMEType(type).params.get('boundary')
  } catch {
    return null
  }
}

function isWithin(body: Buffer, delimiter: string, { fields, headerBytes }: FormBounds): boolean {
  let parts = 0
  let at = body.indexOf(delimiter)
  while (at !== -1) {
    const start = at + delimiter.length
    const next = body.indexOf(delimiter, start)
    // What follows the last delimiter is no part.
    if (next === -1) return true
    parts += 1
    const head = body.subarray(start, Math.min(next, start + headerBytes))
    if (parts > fields || (!head.includes('\r\n\r\n') && next - start > headerBytes)) return false
    at = next
  }
  return true
}
