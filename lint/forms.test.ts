import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/**
 * Finds in a source the fields that are read as any text. The schemas of `app/request/form-fields.server.ts` say what a field
 * is: an id, a slug, a line, or a text that is only compared. A text with a pattern is read too, and so is one that is
 * transformed and checked in the same place.
 */
function unreadIn(source: string): string[] {
  return (
    source.match(
      /z\s*\.string\(\)(?!(\s*\.(optional|default)\([^)\n]*\))?\s*\.(regex|transform)\()[^\n]{0,30}/g,
    ) ?? []
  )
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return sources(path)
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : []
  })
}

test('no field from outside is read as any text', () => {
  const files = ['app/routes', 'app/views', 'app/request', 'app/offerings']
    .flatMap(sources)
    .filter((file) => file !== 'app/request/form-fields.server.ts')
  expect(files.length).toBeGreaterThan(150)
  const unread = files.flatMap((file) =>
    unreadIn(readFileSync(file, 'utf8')).map((found) => `${file}: ${found}`),
  )
  expect(unread).toEqual([])
})

test.each(['id: z.string(),', "coOp: z.string().max(40).default('')", 'z.record(z\n.string())'])(
  'a field that is read as %j is found, and one with a pattern is not',
  (source) => {
    expect(unreadIn(source)).toHaveLength(1)
    expect(unreadIn('key: z.string().regex(/^[a-z]+$/)')).toEqual([])
  },
)
