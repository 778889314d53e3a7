import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Handler } from 'hono'
import { getMimeType } from 'hono/utils/mime'
import { answerOf, responseFor, type Compressed } from './answer.ts'
import type { AnswerCache } from './answer-cache.ts'

/**
 * Returns a handler that serves the files of one folder by their names, for routes with the parameter `:file`. A file
 * is read at its first request. Its compressed forms are those that the build wrote beside it, or are made then.
 */
export function filesOf(folder: string, cache: AnswerCache, cacheControl: string): Handler {
  return async (c, next) => {
    const name = c.req.param('file') ?? ''
    if (!/^[\w-][\w.-]{0,99}$/.test(name)) return next()
    const key = `file\n${folder}\n${name}`
    const cached = cache.find(key)
    if (cached) return responseFor(c.req.raw, cached)
    const path = join(folder, name)
    const body = await readIfExists(path)
    if (!body) return next()
    const type = getMimeType(name) ?? 'application/octet-stream'
    const answer = answerOf(
      body,
      [
        ['content-type', type],
        ['cache-control', cacheControl],
      ],
      await readCompressed(path),
    )
    return responseFor(c.req.raw, cache.save(key, answer))
  }
}

async function readCompressed(path: string): Promise<Compressed | undefined> {
  const [gzip, br] = await Promise.all([readIfExists(`${path}.gz`), readIfExists(`${path}.br`)])
  return gzip && br ? { gzip, br } : undefined
}

/** Returns the bytes of a file, or undefined when there is none. */
async function readIfExists(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR') return undefined
    throw fault
  }
}
