import ts from 'typescript'

const WRITES =
  /\b(insert\s+into|update\s+(only\s+)?\w+\s+set|delete\s+from|truncate|merge\s+into)\b/i

/** Returns the raw SQL of a source: each `sql` template without its holes, and each text of `sql.raw()`. */
export function queriesIn(source: string): string[] {
  const queries: string[] = []
  eachNode(parsed(source), (node) => {
    if (ts.isTaggedTemplateExpression(node) && /^sql(\.\w+)?$/.test(node.tag.getText()))
      queries.push(textOf(node.template))
    if (ts.isCallExpression(node) && /^sql\.(raw|identifier)$/.test(node.expression.getText()))
      queries.push(...node.arguments.filter(isText).map(textOf))
  })
  return queries
}

/** Returns which of the tables a query names, however it names them. A name after `as` is the query's own. */
export function tablesIn(query: string, tables: readonly string[]): string[] {
  return tables.filter((table) =>
    new RegExp(`(?<!\\bas\\s+"?|[.:'\\w])${table}(?![\\w'(])`, 'i').test(query),
  )
}

/**
 * Returns the functions of a source that change the database: they write, or call one of the known functions that
 * write, or another of the same source that does.
 */
export function writersIn(source: string, known: ReadonlySet<string>): string[] {
  const bodies = new Map(parsed(source).statements.flatMap(declaredIn))
  const writers = new Set<string>()
  let before = -1
  while (before < writers.size) {
    before = writers.size
    for (const [name, body] of bodies)
      if (writes(body, (called) => known.has(called) || writers.has(called))) writers.add(name)
  }
  return [...writers]
}

/** Returns what a statement declares by name. */
function declaredIn(node: ts.Statement): [name: string, body: ts.Node][] {
  if (ts.isFunctionDeclaration(node) && node.name) return [[node.name.text, node]]
  if (!ts.isVariableStatement(node)) return []
  return node.declarationList.declarations.map((one) => [one.name.getText(), one])
}

function writes(body: ts.Node, isWriter: (name: string) => boolean): boolean {
  let found = false
  eachNode(body, (node) => {
    if (ts.isTaggedTemplateExpression(node) && WRITES.test(textOf(node.template))) found = true
    if (!ts.isCallExpression(node)) return
    const called = node.expression
    if (isWriter(called.getText())) found = true
    if (
      ts.isPropertyAccessExpression(called) &&
      /^(insert|update|delete)$/.test(called.name.text) &&
      /^(db|tx|transaction)$/.test(called.expression.getText())
    )
      found = true
  })
  return found
}

/** Returns the values that a source imports from modules whose name begins with the prefix. */
export function importedFrom(source: string, prefix: string): string[] {
  return parsed(source).statements.flatMap((node) => {
    if (!ts.isImportDeclaration(node) || node.importClause?.isTypeOnly) return []
    if (!textOf(node.moduleSpecifier).startsWith(prefix)) return []
    const names = node.importClause?.namedBindings
    return names && ts.isNamedImports(names)
      ? names.elements
          .filter(({ isTypeOnly }) => !isTypeOnly)
          .map(({ name, propertyName }) => (propertyName ?? name).text)
      : [node.importClause?.getText() ?? '']
  })
}

const parsed = (source: string) =>
  ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true)

const isText = (node: ts.Node) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)

/** Returns a literal's text with a blank in place of each hole. */
function textOf(node: ts.Node): string {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return ''
  return [node.head, ...node.templateSpans.map(({ literal }) => literal)]
    .map(({ text }) => text)
    .join(' ? ')
}

function eachNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => eachNode(child, visit))
}
