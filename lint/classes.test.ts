import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { compile } from 'tailwindcss'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { filesOf } from './files-of.ts'

const sheets = filesOf(['app/ui/styles'], /\.css$/)
const sources = filesOf(['app'], /\.tsx?$/).filter((file) => !/\.test\.tsx?$/.test(file))

const { build } = await compile(readFileSync('app/app.css', 'utf8'), {
  base: 'app',
  loadStylesheet: async (id, base) => {
    const path = id.startsWith('tailwindcss/') ? join('node_modules', id) : join(base, id)
    return { path, base: dirname(path), content: readFileSync(path, 'utf8') }
  },
})

/** Returns the words of a template's part that are whole: not joined to what stands in the gap before or after it. */
function wholeWords(node: ts.TemplateExpression): string[] {
  const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(
    ({ text }) => text,
  )
  return parts.flatMap((text, index) => {
    const before = index > 0 ? text.replace(/^\S+/, '') : text
    return (index < parts.length - 1 ? before.replace(/\S+$/, '') : before).split(/\s+/)
  })
}

/** Returns the classes that an expression can give: its texts, but not those it compares or looks up with. */
function classesOf(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return node.text.split(/\s+/)
  if (ts.isTemplateExpression(node))
    return [
      ...wholeWords(node),
      ...node.templateSpans.flatMap((span) => classesOf(span.expression)),
    ]
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(classesOf)
  if (ts.isBinaryExpression(node))
    return /^(&&|\|\||\?\?)$/.test(node.operatorToken.getText()) ? classesOf(node.right) : []
  if (ts.isElementAccessExpression(node) || ts.isCallExpression(node)) return []
  const found: string[] = []
  ts.forEachChild(node, (child) => void found.push(...classesOf(child)))
  return found
}

/** Returns the classes that the markup of a source gives to its elements. */
function classesIn(source: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const named = ts.isJsxAttribute(node) && /className$/i.test(node.name.getText())
    if (named && node.initializer) found.push(...classesOf(node.initializer))
    else ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('page.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
  return found.filter(Boolean)
}

const escaped = (name: string) => name.replaceAll(/[^\w-]/g, String.raw`\$&`)

/** Returns the classes that neither a style sheet nor a utility knows. */
function unknownAmong(classes: readonly string[]): string[] {
  const css = build([...classes])
  return classes.filter((name) => !css.includes(`.${escaped(name)}`))
}

/** Returns the classes that a style sheet has rules for. */
const classesOfSheet = (css: string) => [
  ...new Set(
    [
      ...css.replaceAll(/\/\*[\s\S]*?\*\/|url\([^)]*\)|'[^']*'/g, '').matchAll(/\.([a-z][\w-]*)/gi),
    ].map(([, name]) => name ?? ''),
  ),
]

describe('classes', () => {
  const used = [...new Set(sources.flatMap((file) => classesIn(readFileSync(file, 'utf8'))))]

  test('are in a style sheet or a utility', () => {
    expect(used.length).toBeGreaterThan(500)
    expect(unknownAmong(used)).toEqual([])
    expect(unknownAmong(['btn', 'p-4', 'p-gutt', 'brn'])).toEqual(['p-gutt', 'brn'])
  })

  test('are found in markup, also where they are chosen or joined', () => {
    const source = "<p className={`a ${x === 'no' ? 'b c' : `d-${y}`} e`}><i className='f' /></p>"
    expect(classesIn(`export const P = ${source}`)).toEqual(['a', 'e', 'b', 'c', 'f'])
  })

  test('of a style sheet are on a page', () => {
    const text = [...sources].map((file) => readFileSync(file, 'utf8')).join('\n')
    const isUsed = (name: string) =>
      new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text) ||
      // A page's own class is joined from the page's name.
      (name.startsWith('p-') && text.includes(`'${name.slice(2)}'`)) ||
      (name.startsWith('p-') && text.includes(`page="${name.slice(2)}"`))
    for (const sheet of sheets)
      expect(
        classesOfSheet(readFileSync(sheet, 'utf8')).filter((name) => !isUsed(name)),
        sheet,
      ).toEqual([])
  })
})

test('the style sheets hold only what utilities cannot say', () => {
  const lines = sheets.reduce((sum, file) => sum + readFileSync(file, 'utf8').split('\n').length, 0)
  expect(lines).toBeLessThan(2000)
})
