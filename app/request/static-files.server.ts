import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Handler } from 'hono'
import { getMimeType } from 'hono/utils/mime'
import { answerOf, answerTo, type Compressed } from './answer.ts'
import type { AnswerCache } from './answer-cache.ts'

/**
 * Serves the files of one folder by their names, for routes that call the name `:file`. A file is read when it is first
 * asked for; its compressed forms are those that the build wrote beside it, or are made then.
 */
export function filesOf(folder: string, cache: AnswerCache, cacheControl: string): Handler {
  return async (c, next) => {
    const name = c.req.param('file') ?? ''
    if (!/^[\w-][\w.-]*$/.test(name)) return next()
    const key = `file\n${folder}\n${name}`
    const known = cache.find(key)
    if (known) return answerTo(c.req.raw, known)
    const path = join(folder, name)
    const body = await read(path)
    if (!body) return next()
    const type = getMimeType(name) ?? 'application/octet-stream'
    const answer = answerOf(
      body,
      [
        ['content-type', type],
        ['cache-control', cacheControl],
      ],
      await compressed(path),
    )
    return answerTo(c.req.raw, cache.save(key, answer))
  }
}

async function compressed(path: string): Promise<Compressed | undefined> {
  const [gzip, br] = await Promise.all([read(`${path}.gz`), read(`${path}.br`)])
  return gzip && br ? { gzip, br } : undefined
}

/** The bytes of a file, or nothing when there is none. */
async function read(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR') return undefined
    throw fault
  }
}
