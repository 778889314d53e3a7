import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** What the first thing is that a function does to the database: it asks who may, touches something, or neither. */
type Opening = 'asks' | 'touches' | 'neither'

export type Act = { readonly name: string; readonly opens: Opening }

/** Every file below a folder whose name ends as asked, tests left out. */
export function sources(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name) && !/\.test\./.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** The names that the pages of the members' office take from the flows. */
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
 * The acts of members in one file of flows, each with how it opens: what takes a member's id, and what the office
 * calls. A function that is handed a transaction is part of another's act, and is looked at there.
 */
export function memberActs(text: string, office: ReadonlySet<string>): Act[] {
  const file = ts.createSourceFile('flow.ts', text, ts.ScriptTarget.Latest, true)
  const functions = new Map<string, Callable>()
  const types = new Map<string, string>()
  each(file, (node) => {
    if (ts.isFunctionDeclaration(node) && node.name) functions.set(node.name.text, node)
    if (ts.isTypeAliasDeclaration(node)) types.set(node.name.text, node.type.getText())
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer))
      functions.set(node.name.getText(), node.initializer)
  })
  const handles = handlesIn(file)
  const opening = (callable: Callable, above: readonly Callable[]): Opening => {
    let first: Opening = 'neither'
    each(callable, (node) => {
      if (first !== 'neither' || !ts.isCallExpression(node)) return
      const name = node.expression.getText()
      const own = functions.get(name)
      if (name === 'denialOf') first = 'asks'
      else if (own && !above.includes(own)) first = opening(own, [...above, own])
      const [given] = node.arguments
      const touches = given && handles.has(given.getText()) && !/^(enter|leave)Tenant$/.test(name)
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

/** What a transaction is called in a file: what is handed to a function of one, and what entering a co-op gives. */
function handlesIn(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>()
  each(file, (node) => {
    if (ts.isParameter(node) && /^(Tenant|Federation)Db$/.test(node.type?.getText() ?? ''))
      names.add(node.name.getText())
    if (ts.isVariableDeclaration(node) && /^await (enter|leave)Tenant\(/.test(textOf(node)))
      names.add(node.name.getText())
    if (ts.isCallExpression(node) && /^(inTenant|inFederation)$/.test(node.expression.getText()))
      for (const given of node.arguments)
        if (ts.isArrowFunction(given) && given.parameters[0])
          names.add(given.parameters[0].name.getText())
  })
  return names
}

const textOf = ({ initializer }: ts.VariableDeclaration) => initializer?.getText() ?? ''

/** A type with the file's own names in it written out, as deep as they go. */
function expanded(type: string, types: ReadonlyMap<string, string>, depth = 4): string {
  if (depth === 0) return type
  return type.replaceAll(/\b[A-Z]\w+\b/g, (name) => {
    const known = types.get(name)
    return known === undefined ? name : expanded(known, types, depth - 1)
  })
}

function each(node: ts.Node, look: (node: ts.Node) => void): void {
  ts.forEachChild(node, (child) => {
    look(child)
    each(child, look)
  })
}
