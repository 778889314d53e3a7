import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** What a function does to the database first: it asks for a right, uses a table, or neither. */
type Opening = 'asks' | 'touches' | 'neither'

export type Act = { readonly name: string; readonly opens: Opening }

/** Returns every file below a folder with one of the given endings, except tests. */
export function sources(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name) && !/\.test\./.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Returns the names that the pages of the members' office import from the flows. */
export function calledByOffice(): ReadonlySet<string> {
  const names = sources('app/routes/office', /\.tsx?$/).flatMap((path) => {
    const source = readFileSync(path, 'utf8')
    return [...source.matchAll(/import \{([^}]*)\} from '#app\/flows\/[^']*'/g)].flatMap(
      ([, list]) => (list ?? '').split(',').map((name) => name.trim()),
    )
  })
  return new Set(names.filter((name) => name !== '' && !name.startsWith('type ')))
}

/**
 * Returns the members' acts in one file of flows, each with its first use of the database. An act takes a member's id
 * and is called by the office. A function that receives a transaction is part of another act, which is checked
 * instead.
 */
export function memberActs(text: string, office: ReadonlySet<string>): Act[] {
  const file = ts.createSourceFile('flow.ts', text, ts.ScriptTarget.Latest, true)
  const functions = new Map<string, Callable>()
  const types = new Map<string, string>()
  eachNode(file, (node) => {
    if (ts.isFunctionDeclaration(node) && node.name) functions.set(node.name.text, node)
    if (ts.isTypeAliasDeclaration(node)) types.set(node.name.text, node.type.getText())
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer))
      functions.set(node.name.getText(), node.initializer)
  })
  const handles = transactionsIn(file)
  const opening = (callable: Callable, above: readonly Callable[]): Opening => {
    let first: Opening = 'neither'
    eachNode(callable, (node) => {
      if (first !== 'neither' || !ts.isCallExpression(node)) return
      const name = node.expression.getText()
      const own = functions.get(name)
      if (name === 'denialOf') first = 'asks'
      else if (own && !above.includes(own)) first = opening(own, [...above, own])
      const [argument] = node.arguments
      const touches =
        argument && handles.has(argument.getText()) && !/^(enter|leave)Tenant$/.test(name)
      if (first === 'neither' && touches) first = 'touches'
    })
    return first
  }
  return [...functions]
    .filter(([name, callable]) => isExported(callable) && isAct(name, callable))
    .map(([name, callable]) => ({ name, opens: opening(callable, [callable]) }))

  function isAct(name: string, { parameters }: Callable): boolean {
    const written = parameters.map(({ type }) => expanded(type?.getText() ?? '', types))
    return (
      !/^(Tenant|Federation)Db$/.test(written[0] ?? '') &&
      (office.has(name) || written.some((type) => /\bMemberId\b/.test(type)))
    )
  }
}

type Callable = ts.FunctionDeclaration | ts.ArrowFunction

const isExported = (callable: Callable) =>
  ts.isFunctionDeclaration(callable) &&
  (callable.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

/**
 * Returns the names of transactions in a file: the parameter of a function that runs in one, and the result of
 * entering a co-op.
 */
function transactionsIn(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>()
  eachNode(file, (node) => {
    if (ts.isParameter(node) && /^(Tenant|Federation)Db$/.test(node.type?.getText() ?? ''))
      names.add(node.name.getText())
    if (ts.isVariableDeclaration(node) && /^await (enter|leave)Tenant\(/.test(textOf(node)))
      names.add(node.name.getText())
    if (ts.isCallExpression(node) && /^(inTenant|inFederation)$/.test(node.expression.getText()))
      for (const argument of node.arguments)
        if (ts.isArrowFunction(argument) && argument.parameters[0])
          names.add(argument.parameters[0].name.getText())
  })
  return names
}

const textOf = ({ initializer }: ts.VariableDeclaration) => initializer?.getText() ?? ''

/** Returns a type with the file's own type names expanded, at every depth. */
function expanded(type: string, types: ReadonlyMap<string, string>, depth = 4): string {
  if (depth === 0) return type
  return type.replaceAll(/\b[A-Z]\w+\b/g, (name) => {
    const known = types.get(name)
    return known === undefined ? name : expanded(known, types, depth - 1)
  })
}

function eachNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  ts.forEachChild(node, (child) => {
    visit(child)
    eachNode(child, visit)
  })
}
