import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableName } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { everyTable, GLOBAL } from '#db/testing/every-table.ts'

/** One source that breaks each rule of the project, so that each rule is seen to fail. */
const broken: Readonly<Record<string, readonly [file: string, source: string]>> = {
  'no-vague-file-names': ['utils.ts', 'export const one = 1\n'],
  'logical-properties-only': ['side.tsx', 'export const Side = () => <i className="ml-4" />\n'],
  'addresses-in-site-map': ['leads.ts', "export const here = '/office/hours'\n"],
  'kinds-are-asked': [
    'names.ts',
    "export const is = ({ kind }: { kind: string }) => kind === 'visit'\n",
  ],
  'sentences-in-catalogues': ['said.tsx', 'export const Said = () => <p>Book a visit</p>\n'],
  'settings-in-config': ['reads.ts', "export const port = process.env['PORT']\n"],
}

/** Runs the linter on one file. */
function oxlint(name: string, source: string) {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'))
  writeFileSync(join(folder, name), source)
  return spawnSync(
    join(process.cwd(), 'node_modules/.bin/oxlint'),
    ['--format', 'unix', '-c', join(process.cwd(), '.oxlintrc.json'), join(folder, name)],
    { encoding: 'utf8' },
  )
}

describe('oxlint with the project’s rules', () => {
  test.each(Object.entries(broken))(
    '%s refuses the file written to break it',
    (rule, [name, source]) => {
      const run = oxlint(name, source)
      expect(run.stdout).toContain(`project(${rule})`)
      expect(run.status).not.toBe(0)
    },
  )

  test('an address is found wherever it leads, and what the compiler looks up is left alone', () => {
    const found = [
      '<a href="/office" />',
      '<a href={`/orders/${x}`} />',
      '<form action={x ? "/" : x} />',
      'redirect("/", 303)',
      '({ path: "/join?code=1" })',
      '`${x}/co-ops`',
    ]
    const left = [
      '<a href={pathTo(x ? "/office" : "/")} />',
      '<Rows address="/decisions/:number" />',
      'app.get("/healthz")',
      'x.split("/")',
    ]
    const lines = [...found, ...left].map(
      (source, line) => `export const it${line} = (x) => ${source}`,
    )
    const { stdout } = oxlint('address.tsx', lines.join('\n'))
    const reported = [...stdout.matchAll(/address\.tsx:(\d+):.*addresses-in-site-map/g)].map(
      ([, line]) => Number(line),
    )
    expect(reported.toSorted()).toEqual(found.map((_, line) => line + 1))
  })

  test.each([
    'export const { env } = process\n',
    "export { env } from 'node:process'\n",
    "import { env } from 'node:process'\nexport const port = env['PORT']\n",
    "import process from 'node:process'\nexport const port = process['env']['PORT']\n",
  ])('the environment is not read by a side way either: %s', (source) => {
    expect(oxlint('reads.ts', source).stdout).toContain('project(settings-in-config)')
  })

  test('the tools’ own files at the top read no environment either', () => {
    const files = [
      'playwright.config.ts',
      'drizzle.config.ts',
      'vite.config.ts',
      'vitest.config.ts',
    ]
    const { stdout } = spawnSync('node_modules/.bin/oxlint', files, { encoding: 'utf8' })
    expect(stdout).toContain(`${files.length} files`)
    expect(stdout).not.toContain('project(settings-in-config)')
  })

  test('every rule of the project is proven here', async () => {
    const { default: projectRules } = await import('./project-rules.mjs')
    expect(Object.keys(broken).toSorted()).toEqual(Object.keys(projectRules.rules).toSorted())
  })
})

const PHYSICAL =
  /(^|[\s;{])(margin|padding|border|inset)-(left|right)\b|(^|[\s;{])(left|right)\s*:|(text-align|float|clear)\s*:\s*(left|right)\b|border-(top|bottom)-(left|right)-radius/

/** Returns the lines of a style sheet that name left or right, which is wrong in a right-to-left page. */
const physicalLines = (css: string) =>
  css.split('\n').filter((line) => PHYSICAL.test(line.replaceAll(/\/\*.*?\*\//g, '')))

describe('style sheets', () => {
  test('know start and end, not left and right', () => {
    const sheets = filesOf(['app'], /\.css$/)
    expect(sheets.length).toBeGreaterThan(10)
    for (const sheet of sheets)
      expect(physicalLines(readFileSync(sheet, 'utf8')), sheet).toEqual([])
  })

  test.each(['margin-left: 1px;', 'a{left:0}', 'text-align: right;', 'float: left;'])(
    'that say %s are found',
    (line) => expect(physicalLines(line)).toHaveLength(1),
  )
})

const tables = everyTable
  .filter(([, table]) => !(getTableName(table) in GLOBAL))
  .map(([name, table]) => [name, getTableName(table)] as const)

/**
 * Returns the queries of a co-op's table that do not name the tenant. Row security hides other co-ops' rows all the
 * same; but a query that relies on it alone is slow, and is wrong as soon as a policy is.
 */
function queriesWithoutTenant(source: string): string[] {
  return tables.flatMap(([name]) =>
    [
      ...source.matchAll(
        new RegExp(`\\.(from|update|delete|insert|innerJoin|leftJoin)\\(\\s*${name}\\b`, 'g'),
      ),
    ].flatMap(({ index, 0: start }) => {
      const statement = source.slice(index, index + 900)
      const named = statement.includes(`${name}.tenantId`) || /insert\(/.test(start)
      const byHelper = /\.where\(\s*(and\(\s*)?(this\w+|matching)\b/.test(statement)
      return named || byHelper || /tenantId: (db\.tenant|tenant)/.test(statement)
        ? []
        : [`${name}: ${start}`]
    }),
  )
}

describe('queries', () => {
  test('name the co-op whose rows they mean', () => {
    const sources = filesOf(
      ['app/domains', 'app/offerings', 'app/rules', 'app/reads', 'app/flows'],
      /\.server\.ts$/,
    )
    const looked = sources.filter((file) => readFileSync(file, 'utf8').includes('tenantId'))
    expect(looked.length).toBeGreaterThan(40)
    const found = sources.flatMap((file) =>
      queriesWithoutTenant(readFileSync(file, 'utf8')).map((line) => `${file} ${line}`),
    )
    expect(found).toEqual([])
  })

  test('that do not are found', () => {
    expect(queriesWithoutTenant('db.select().from(orders).where(eq(orders.id, id))')).toEqual([
      'orders: .from(orders',
    ])
  })
})

function filesOf(folders: readonly string[], ending: RegExp): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name)
      if (statSync(path).isDirectory()) return filesOf([path], ending)
      return ending.test(name) ? [path] : []
    }),
  )
}
