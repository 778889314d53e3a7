import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesOf } from './files-of.ts'

/** What a reader wrote: a query, a form, a header, or the address of the request itself. */
const INPUT = /searchParams|\.get\(|\burl\.(?:search|pathname|href)|request\.url|\.headers?\b/
/** The functions whose result is a way of ours, whatever they are given. */
const WAYS = /\b(?:pathTo|ownPath|safeReturn)\(/

/** Returns the text from an opening parenthesis to the one that closes it, or to the first comma of its own level. */
function argumentAt(source: string, start: number, toComma: boolean): string {
  let depth = 0
  for (let at = start; at < source.length; at += 1) {
    const letter = source[at] ?? ''
    if (letter === ',' && depth === 1 && toComma) return source.slice(start + 1, at)
    if ('([{'.includes(letter)) depth += 1
    if (')]}'.includes(letter)) depth -= 1
    if (depth === 0) return source.slice(start + 1, at)
  }
  return source.slice(start + 1)
}

/** Returns a text without the calls that make a way of ours of what they are given. */
function withoutWays(text: string): string {
  const call = WAYS.exec(text)
  if (!call) return text
  const open = call.index + call[0].length - 1
  const rest = open + argumentAt(text, open, false).length + 2
  return text.slice(0, call.index) + withoutWays(text.slice(rest))
}

/** Returns what a name of a file stands for, one step back: the texts that are assigned to it. */
function definitionsOf(source: string, name: string): string[] {
  const lines = source.matchAll(
    new RegExp(`const ${name} =([\\s\\S]*?)\\n(?=\\s*(?:\\S+ )?\\S)`, 'g'),
  )
  return [...lines].map(([, text = '']) => text)
}

/** Returns the targets of a file's redirects that are made of what a reader wrote, without asking whether they lead away. */
function rawRedirects(source: string): string[] {
  return [...source.matchAll(/\bredirect\(/g)]
    .map(({ index }) => argumentAt(source, index + 'redirect'.length, true).trim())
    .filter((target) => {
      const names = /^\w+$/.test(target) ? definitionsOf(source, target) : []
      return [target, ...names].some((text) => INPUT.test(withoutWays(text)))
    })
}

test('no redirect leads to what a reader wrote without asking whether it is a way of ours', () => {
  const sources = filesOf(['app'], /\.tsx?$/).filter((path) => !/\.test\.|\/sandbox\//.test(path))
  const redirects = sources.map((path) => [path, readFileSync(path, 'utf8')] as const)
  expect(redirects.filter(([, source]) => /\bredirect\(/.test(source)).length).toBeGreaterThan(15)
  expect(
    redirects.flatMap(([path, source]) => rawRedirects(source).map((to) => `${path}: ${to}`)),
  ).toEqual([])
})

test.each([
  `return redirect(url.searchParams.get('return') ?? '/')`,
  `return c.redirect(url.pathname + url.search)`,
  `throw redirect(request.headers.get('referer') ?? pathTo('/'))`,
  `const next = url.searchParams.get('next')\n  return redirect(next, 303)`,
  `const next = form.get('next')\n  return redirect(next, { status: 303 })`,
])('a redirect from raw input is found: %s', (source) => {
  expect(rawRedirects(source)).toHaveLength(1)
})

test.each([
  `const next = safeReturn(url.searchParams.get('return'), pathTo('/account'))\n  return redirect(next)`,
  `return c.redirect(ownPath(url.pathname + url.search) ?? pathTo('/'))`,
  `return redirect(pathTo('/go', { return: url.searchParams.get('x') }))`,
])('a redirect to a way of ours is not found: %s', (source) => {
  expect(rawRedirects(source)).toEqual([])
})
